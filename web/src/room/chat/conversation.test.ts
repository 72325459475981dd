import { describe, expect, it } from "vitest";
import {
  fail,
  lastId,
  markRead,
  send,
  SILENCE,
  take,
  unread,
  withdraw,
  type ChatMessage,
} from "./conversation";

const message = (id: number, more: Partial<ChatMessage> = {}): ChatMessage => ({
  id,
  participantId: "jonas",
  senderName: "Jonas",
  text: `message ${id}`,
  type: "text",
  createdAt: "2026-11-23T10:21:00Z",
  clientId: null,
  ...more,
});

const ids = (messages: readonly ChatMessage[]) => messages.map((one) => one.id);

describe("a conversation", () => {
  it("keeps order and shows each message once, whichever way it came", () => {
    let talk = take(SILENCE, [message(3), message(4)]);
    talk = take(talk, [message(1), message(2), message(3)]);
    talk = take(talk, [message(4), message(5), message(5)]);
    expect(ids(talk.messages)).toEqual([1, 2, 3, 4, 5]);
    expect(lastId(talk)).toBe(5);
  });

  it("does not change when nothing is new", () => {
    const talk = take(SILENCE, [message(1)]);
    expect(take(talk, [message(1)])).toBe(talk);
  });

  it("replaces your own unsent message by the stored one", () => {
    let talk = send(SILENCE, "c1", "Hello");
    talk = send(talk, "c2", "Again");
    talk = take(talk, [message(7, { clientId: "c1", text: "Hello", participantId: "me" })]);
    expect(talk.unsent.map((own) => own.clientId)).toEqual(["c2"]);
    expect(ids(talk.messages)).toEqual([7]);
  });

  it("keeps a failed message until it is sent again or withdrawn", () => {
    const failed = fail(send(SILENCE, "c1", "Hello"), "c1");
    expect(failed.unsent).toEqual([{ clientId: "c1", text: "Hello", failed: true }]);
    expect(send(failed, "c1", "Hello").unsent[0]?.failed).toBe(false);
    expect(withdraw(failed, "c1").unsent).toEqual([]);
  });

  it("counts what others wrote since you looked", () => {
    let talk = markRead(take(SILENCE, [message(1), message(2)]));
    expect(unread(talk, "me")).toEqual([]);
    talk = take(talk, [message(3), message(4, { participantId: "me" }), message(5)]);
    expect(ids(unread(talk, "me"))).toEqual([3, 5]);
    expect(unread(markRead(talk), "me")).toEqual([]);
  });
});
