/** One thing that happened in a topic. `seq` rises by one for each. */
export type Update = { topic: string; seq: number; kind: string; data: unknown; at: string };

export type TopicListener = {
  /** In order, each exactly once. */
  onUpdate: (update: Update) => void;
  /** Every update up to `seq` has been or is about to be told: after the first answer and after every return. */
  onCaughtUp?: (seq: number) => void;
  /** The server does not tell this topic (any more); the channel has given it up. */
  onRefused?: (code: string) => void;
};

export type ChannelState = "idle" | "connecting" | "open" | "lost";

type Topic = { last: number | null; listener: TopicListener };

type Told =
  | { type: "subscribed"; topic: string; seq: number }
  | ({ type: "update" } & Update)
  | { type: "pong" }
  | { type: "refused"; topic: string; code: string };

const PING_EVERY_MS = 15_000;
const ANSWER_WITHIN_MS = 8_000;
/** For the first minute of an outage, pages come back within a second of the server being up again. */
const EAGER_MS = 60_000;

export type ChannelPorts = {
  open: (address: string) => WebSocket;
  /** Whether the server answers plain requests. */
  reachable: () => Promise<boolean>;
  /** Milliseconds, never going back. */
  now: () => number;
  /** Between 0 and 1. */
  random: () => number;
};

const BAD_GATEWAY = 502;

const browser: ChannelPorts = {
  open: (address) => new WebSocket(address),
  reachable: async () => {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    const answer = await fetch("/api/v1/config", { method: "HEAD", cache: "no-store", signal });
    return answer.status < BAD_GATEWAY;
  },
  now: () => performance.now(),
  random: Math.random,
};

/**
 * The update channel of this page: one WebSocket for all topics. It opens with the first subscription, comes back by
 * itself after any break, and asks each topic to go on after the last update it has told, so that nothing is lost,
 * doubled or out of order.
 */
export class UpdateChannel {
  private readonly address: string;
  private readonly ports: ChannelPorts;
  private readonly topics = new Map<string, Topic>();
  private readonly stateListeners = new Set<(state: ChannelState) => void>();
  private socket: WebSocket | null = null;
  private lostAt: number | null = null;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private pingTimer: ReturnType<typeof setTimeout> | undefined;
  private current: ChannelState = "idle";

  constructor(address: string, ports: ChannelPorts = browser) {
    this.address = address;
    this.ports = ports;
  }

  get state(): ChannelState {
    return this.current;
  }

  /** Tells every change of the connection's state; answers with the way to stop. */
  watch(listener: (state: ChannelState) => void): () => void {
    this.stateListeners.add(listener);
    return () => this.stateListeners.delete(listener);
  }

  /**
   * Follows a topic from the update after `after`, or from now on where that is null. One listener per topic: a second
   * subscription replaces the first. Answers with the way to stop.
   */
  subscribe(topic: string, after: number | null, listener: TopicListener): () => void {
    const entry: Topic = { last: after, listener };
    this.topics.set(topic, entry);
    if (this.current === "open") this.ask(topic, entry);
    else if (!this.socket) this.connect();
    return () => this.drop(topic, entry);
  }

  /** Tries at once instead of waiting for the next turn, for instance when the network is back. */
  retryNow(): void {
    if (this.topics.size > 0 && !this.socket) void this.knock();
  }

  private drop(topic: string, entry: Topic): void {
    if (this.topics.get(topic) !== entry) return;
    this.topics.delete(topic);
    if (this.topics.size === 0) this.rest();
    else if (this.current === "open") this.send({ type: "unsubscribe", topic });
  }

  private connect(): void {
    clearTimeout(this.retryTimer);
    const socket = this.ports.open(this.address);
    this.socket = socket;
    if (this.lostAt === null) this.become("connecting");
    this.expectAnswer(socket);
    socket.onopen = () => this.opened(socket);
    socket.onmessage = (event) => this.heard(socket, event.data);
    socket.onclose = () => this.lost(socket);
  }

  private opened(socket: WebSocket): void {
    if (socket !== this.socket) return;
    this.lostAt = null;
    this.become("open");
    for (const [topic, entry] of this.topics) this.ask(topic, entry);
    this.pingLater(socket);
  }

  private heard(socket: WebSocket, data: unknown): void {
    if (socket !== this.socket) return;
    this.pingLater(socket);
    const told = parse(data);
    if (!told || told.type === "pong") return;
    const entry = this.topics.get(told.topic);
    if (!entry) return;
    if (told.type === "update") this.deliver(entry, told);
    else if (told.type === "subscribed") this.subscribed(entry, told.seq);
    else this.refused(told.topic, entry, told.code);
  }

  private subscribed(entry: Topic, seq: number): void {
    entry.last ??= seq;
    entry.listener.onCaughtUp?.(seq);
  }

  private deliver(entry: Topic, update: Update): void {
    if (entry.last !== null && update.seq <= entry.last) return;
    if (entry.last !== null && update.seq > entry.last + 1) {
      this.ask(update.topic, entry);
      return;
    }
    entry.last = update.seq;
    entry.listener.onUpdate(update);
  }

  private refused(topic: string, entry: Topic, code: string): void {
    this.topics.delete(topic);
    entry.listener.onRefused?.(code);
    if (this.topics.size === 0) this.rest();
  }

  private ask(topic: string, entry: Topic): void {
    this.send({ type: "subscribe", topic, after: entry.last });
  }

  private send(message: object): void {
    this.socket?.send(JSON.stringify(message));
  }

  private pingLater(socket: WebSocket): void {
    clearTimeout(this.pingTimer);
    this.pingTimer = setTimeout(() => {
      this.send({ type: "ping" });
      this.expectAnswer(socket);
    }, PING_EVERY_MS);
  }

  /** A connection that stays silent is as good as lost, whatever the browser thinks of it. */
  private expectAnswer(socket: WebSocket): void {
    clearTimeout(this.pingTimer);
    this.pingTimer = setTimeout(() => {
      this.lost(socket);
      socket.close();
    }, ANSWER_WITHIN_MS);
  }

  private lost(socket: WebSocket): void {
    if (socket !== this.socket) return;
    this.socket = null;
    clearTimeout(this.pingTimer);
    this.lostAt ??= this.ports.now();
    this.become("lost");
    this.knockLater(this.lostAt);
  }

  private knockLater(lostAt: number): void {
    clearTimeout(this.retryTimer);
    const delay = reconnectDelay(this.ports.now() - lostAt, this.ports.random());
    this.retryTimer = setTimeout(() => void this.knock(), delay);
  }

  /**
   * Connects once the server answers a plain request: after a dozen WebSockets that failed, browsers hold the next one
   * back for seconds.
   */
  private async knock(): Promise<void> {
    const up = await this.ports.reachable().catch(() => false);
    if (this.socket || this.lostAt === null) return;
    if (up) this.connect();
    else this.knockLater(this.lostAt);
  }

  private rest(): void {
    clearTimeout(this.retryTimer);
    clearTimeout(this.pingTimer);
    const socket = this.socket;
    this.socket = null;
    this.lostAt = null;
    socket?.close();
    this.become("idle");
  }

  private become(state: ChannelState): void {
    if (state === this.current) return;
    this.current = state;
    for (const listener of [...this.stateListeners]) listener(state);
  }
}

/** Milliseconds until the next try, after an outage of so many milliseconds; `chance` spreads the pages. */
export function reconnectDelay(outageMs: number, chance: number): number {
  return outageMs < EAGER_MS ? 300 + chance * 700 : 2_000 + chance * 8_000;
}

function parse(data: unknown): Told | null {
  if (typeof data !== "string") return null;
  try {
    return JSON.parse(data) as Told;
  } catch {
    return null;
  }
}

let shared: UpdateChannel | null = null;

/** The one channel of this page. */
export function updates(): UpdateChannel {
  if (!shared) {
    const channel = new UpdateChannel(`${location.origin.replace(/^http/, "ws")}/api/v1/updates`);
    window.addEventListener("online", () => channel.retryNow());
    shared = channel;
  }
  return shared;
}
