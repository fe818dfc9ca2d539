import { type AddressInfo, createConnection, createServer, type Socket } from "node:net";

/**
 * A TCP connection through which a test makes a service slow or unreachable, as a network does. What it does holds for the connections
 * that are there and for those that come.
 */
export type TcpProxy = {
	port: number;
	/** The target's address with the proxy in its place. */
	url: string;
	/** What goes through takes this many ms longer, in each direction. */
	delay(ms: number): void;
	/** Breaks off every connection and refuses new ones, as where a service was stopped. */
	cut(): Promise<void>;
	/** Nothing goes through and nobody is told, as behind a cable that was pulled. New connections are accepted, and silent. */
	blackhole(): void;
	/** The connections that are there are silent for ever and nobody is told, as where a firewall forgot them; new ones are not. */
	forget(): void;
	/** Everything goes through again, at once; what was held back in the black hole too, as TCP would send it again. */
	restore(): Promise<void>;
	stop(): Promise<void>;
};

/** What every connection goes through. */
type Network = { delay: number; isSilent: boolean };

/** Bytes that wait in one direction at most; beyond it the sender has to. */
const mostWaiting = 1024 * 1024;

/** A proxy in front of the service at `target`, an address such as `redis://127.0.0.1:6379`, on a free port of 127.0.0.1. */
export async function startProxy(target: string): Promise<TcpProxy> {
	const to = new URL(target);
	const there = { port: Number(to.port), host: to.hostname.replace(/^\[|\]$/g, ""), allowHalfOpen: true, noDelay: true };
	const network: Network = { delay: 0, isSilent: false };
	const sockets = new Set<Socket>();
	const lanes = new Set<Lane>();
	const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
		const upstream = createConnection(there);
		connectLane(client, upstream);
		connectLane(upstream, client);
	});

	function connectLane(from: Socket, onward: Socket): void {
		const lane = new Lane(from, onward, network);
		sockets.add(from);
		lanes.add(lane);
		from.on("close", () => sockets.delete(from));
		onward.on("close", () => lanes.delete(lane));
	}

	const listen = (port: number) =>
		new Promise<void>((resolve, reject) => {
			server.once("error", reject);
			server.listen(port, "127.0.0.1", resolve);
		});
	await listen(0);
	const { port } = server.address() as AddressInfo;
	to.host = `127.0.0.1:${port}`;

	async function cut(): Promise<void> {
		if (!server.listening) return;
		const closed = new Promise<void>((resolve) => server.close(() => resolve()));
		for (const socket of sockets) socket.destroy();
		await closed;
	}

	return {
		port,
		url: to.href,
		delay(ms) {
			network.delay = ms;
		},
		cut,
		blackhole() {
			network.isSilent = true;
		},
		forget() {
			for (const lane of lanes) lane.forget();
		},
		async restore() {
			network.delay = 0;
			network.isSilent = false;
			for (const lane of lanes) lane.flow();
			if (!server.listening) await listen(port);
		},
		stop: cut,
	};
}

/** One direction of a connection: carries bytes, the end and a break in their order, each when its time has come. */
class Lane {
	private readonly waiting: { size: number; since: number; arrive(): void }[] = [];
	private size = 0;
	private timer: NodeJS.Timeout | undefined;
	private isForgotten = false;

	constructor(
		private readonly from: Socket,
		private readonly onward: Socket,
		private readonly network: Network,
	) {
		from.on("data", (bytes: Buffer) => this.take(bytes.length, () => onward.write(bytes)));
		from.on("end", () => this.take(0, () => onward.end()));
		// A break arrives as a break, not as a proper end.
		from.on("error", () => this.take(0, () => onward.destroy()));
		from.on("close", () => from.readableEnded || this.take(0, () => onward.destroy()));
		onward.on("drain", () => this.throttle());
		onward.on("close", () => clearTimeout(this.timer));
	}

	private take(size: number, arrive: () => void): void {
		this.waiting.push({ size, since: performance.now(), arrive });
		this.size += size;
		this.flow();
		this.throttle();
	}

	forget(): void {
		this.isForgotten = true;
	}

	/** Lets through what may go now. */
	flow(): void {
		clearTimeout(this.timer);
		for (let next = this.waiting[0]; next && !this.network.isSilent && !this.isForgotten; next = this.waiting[0]) {
			const rest = next.since + this.network.delay - performance.now();
			if (rest > 0) {
				this.timer = setTimeout(() => this.flow(), rest);
				return;
			}
			this.waiting.shift();
			this.size -= next.size;
			next.arrive();
		}
		this.throttle();
	}

	private throttle(): void {
		if (this.size + this.onward.writableLength > mostWaiting) this.from.pause();
		else this.from.resume();
	}
}
