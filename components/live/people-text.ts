/** "3 people are looking" */
export function peopleLooking(count: number): string {
	return count === 1 ? "1 person is looking" : `${count.toLocaleString("en")} people are looking`;
}
