import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { reconnectDelay, UpdateChannel, type Update } from "./updates";

class FakeSocket {
  sent: { type: string; topic?: string; after?: number | null }[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;
  closed = false;
  send(text: string) {
    this.sent.push(JSON.parse(text));
  }
  close() {
    this.closed = true;
  }
  tell(message: object) {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
}

let sockets: FakeSocket[];
let channel: UpdateChannel;
let told: number[];
let up: boolean;
let knocks: number;

const update = (seq: number): { type: "update" } & Update => ({
  type: "update",
  topic: "t",
  seq,
  kind: "k",
  data: {},
  at: "",
});
const follow = (after: number | null) => channel.subscribe("t", after, { onUpdate: (u) => told.push(u.seq) });

beforeEach(() => {
  vi.useFakeTimers();
  sockets = [];
  told = [];
  up = true;
  knocks = 0;
  channel = new UpdateChannel("ws://here/updates", {
    open: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    reachable: async () => {
      knocks += 1;
      return up;
    },
    now: () => Date.now(),
    random: () => 0.5,
  });
});
afterEach(() => vi.useRealTimers());

test("opens with the first topic and asks for what comes after the given number", () => {
  expect(sockets).toHaveLength(0);
  follow(4);
  sockets[0]!.onopen!();
  expect(sockets[0]!.sent).toEqual([{ type: "subscribe", topic: "t", after: 4 }]);
});

test("tells each update once and in order", () => {
  follow(4);
  sockets[0]!.onopen!();
  for (const seq of [5, 6, 6, 5, 7]) sockets[0]!.tell(update(seq));
  expect(told).toEqual([5, 6, 7]);
});

test("asks again instead of telling an update that leaves a gap", () => {
  follow(4);
  const [socket] = sockets;
  socket!.onopen!();
  socket!.tell(update(5));
  socket!.tell(update(8));
  expect(told).toEqual([5]);
  expect(socket!.sent.at(-1)).toEqual({ type: "subscribe", topic: "t", after: 5 });
});

test("without a starting point begins at the server's number", () => {
  follow(null);
  sockets[0]!.onopen!();
  sockets[0]!.tell({ type: "subscribed", topic: "t", seq: 9 });
  sockets[0]!.tell(update(9));
  sockets[0]!.tell(update(10));
  expect(told).toEqual([10]);
});

test("opens no socket while the server is down, and comes back within a second of its being up", async () => {
  follow(4);
  sockets[0]!.onopen!();
  up = false;
  sockets[0]!.onclose!();
  await vi.advanceTimersByTimeAsync(6_500);
  expect(knocks).toBe(10);
  expect(sockets).toHaveLength(1);
  up = true;
  await vi.advanceTimersByTimeAsync(650);
  expect(sockets).toHaveLength(2);
});

test("knocks on no door once nobody listens", async () => {
  const stop = follow(4);
  sockets[0]!.onopen!();
  up = false;
  sockets[0]!.onclose!();
  await vi.advanceTimersByTimeAsync(650);
  stop();
  up = true;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(knocks).toBe(1);
  expect(sockets).toHaveLength(1);
});

test("after a break comes back within a second and goes on where it was", async () => {
  follow(4);
  sockets[0]!.onopen!();
  sockets[0]!.tell(update(5));
  sockets[0]!.onclose!();
  expect(channel.state).toBe("lost");
  await vi.advanceTimersByTimeAsync(1000);
  sockets[1]!.onopen!();
  expect(sockets[1]!.sent).toEqual([{ type: "subscribe", topic: "t", after: 5 }]);
  expect(channel.state).toBe("open");
});

test("a silent connection counts as lost", () => {
  follow(4);
  sockets[0]!.onopen!();
  vi.advanceTimersByTime(15_000);
  expect(sockets[0]!.sent.at(-1)).toEqual({ type: "ping" });
  vi.advanceTimersByTime(8_000);
  expect(sockets[0]!.closed).toBe(true);
  expect(channel.state).toBe("lost");
});

test("an answer keeps the connection", () => {
  follow(4);
  sockets[0]!.onopen!();
  vi.advanceTimersByTime(15_000);
  sockets[0]!.tell({ type: "pong" });
  vi.advanceTimersByTime(14_000);
  expect(channel.state).toBe("open");
});

test("a refused topic is given up, and the socket with the last one", () => {
  const refused: string[] = [];
  channel.subscribe("t", null, { onUpdate: () => {}, onRefused: (code) => refused.push(code) });
  sockets[0]!.onopen!();
  sockets[0]!.tell({ type: "refused", topic: "t", code: "not_yours" });
  expect(refused).toEqual(["not_yours"]);
  expect(sockets[0]!.closed).toBe(true);
  vi.advanceTimersByTime(60_000);
  expect(sockets).toHaveLength(1);
});

test("leaving the last topic closes the socket for good", () => {
  const stop = follow(1);
  sockets[0]!.onopen!();
  stop();
  expect(channel.state).toBe("idle");
  sockets[0]!.onclose!();
  vi.advanceTimersByTime(60_000);
  expect(sockets).toHaveLength(1);
});

test("what the server says about unknown topics, or says badly, is passed over", () => {
  follow(1);
  sockets[0]!.onopen!();
  sockets[0]!.tell({ ...update(2), topic: "other" });
  sockets[0]!.onmessage!({ data: "{" });
  sockets[0]!.onmessage!({ data: "null" });
  expect(told).toEqual([]);
});

test("tries eagerly for a minute, then calmly", () => {
  expect(reconnectDelay(0, 0)).toBe(300);
  expect(reconnectDelay(59_000, 1)).toBe(1000);
  expect(reconnectDelay(61_000, 0)).toBe(2000);
  expect(reconnectDelay(61_000, 1)).toBe(10_000);
});
