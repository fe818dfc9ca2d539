/** A program that tests can stop and start again at the same place, with the same data. */
export type Service = {
	url: string;
	port: number;
	/** Answers when it takes connections. */
	start(): Promise<void>;
	/** Sends it a signal that does not end it: SIGSTOP makes it stand still with all its connections, SIGCONT go on. */
	signal(signal: NodeJS.Signals): void;
	/** Answers when it has gone. Without a signal it ends in order, but at once. */
	stop(signal?: NodeJS.Signals): Promise<void>;
	/** Stops it and removes what it kept. */
	end(): Promise<void>;
};
export function postgres(options?: { settings?: string[] }): Promise<Service | null>;
export function redis(): Promise<Service | null>;
export function s3(): Promise<Service | null>;
export function startServices(wanted?: {
	postgres?: boolean;
	redis?: boolean;
	s3?: boolean;
	python?: boolean;
}): Promise<{ postgresUrl: string | null; redisUrl: string | null; s3Url: string | null; python: string | null; stop(): Promise<void> }>;
