import { describe, expect, it } from "vitest";
import { Chat, type ChatService } from "./Chat";
import type { ChatMessage } from "./conversation";
import { unread } from "./conversation";

const stored = (id: number, clientId: string | null = null): ChatMessage => ({
  id,
  participantId: clientId ? "me" : "jonas",
  senderName: "Jonas",
  text: `message ${id}`,
  type: "text",
  createdAt: "2026-11-23T10:21:00Z",
  clientId,
});

function service(history: ChatMessage[], pageSize = 2) {
  const said: string[] = [];
  const asked: (number | undefined)[] = [];
  const fake: ChatService & { down: boolean } = {
    down: false,
    messages: async (_code, after) => {
      asked.push(after);
      const rest = history.filter((message) => message.id > (after ?? 0));
      return { items: rest.slice(0, pageSize), nextCursor: rest.length > pageSize ? "more" : null };
    },
    say: async (_code, { clientId }) => {
      if (fake.down) throw new Error("unreachable");
      said.push(clientId);
      const message = stored(100 + said.length, clientId);
      history.push(message);
      return message;
    },
  };
  return { fake, said, asked };
}

describe("Chat", () => {
  it("reads the whole history page by page and counts it as read", async () => {
    const { fake, asked } = service([stored(1), stored(2), stored(3)]);
    const chat = new Chat("code", fake);
    await chat.catchUp();
    expect(chat.state.get().messages.map((message) => message.id)).toEqual([1, 2, 3]);
    expect(asked).toEqual([0, 2]);
    expect(unread(chat.state.get(), "me")).toEqual([]);
  });

  it("after a break fetches only what is new, and that is unread", async () => {
    const history = [stored(1)];
    const { fake, asked } = service(history);
    const chat = new Chat("code", fake);
    await chat.catchUp();
    history.push(stored(2));
    await chat.catchUp();
    expect(asked.at(-1)).toBe(1);
    expect(unread(chat.state.get(), "me").map((message) => message.id)).toEqual([2]);
  });

  it("shows a sent message once, though the update comes before the answer", async () => {
    const { fake } = service([]);
    const chat = new Chat("code", fake);
    const sending = chat.say("Hello", "c1");
    chat.take([stored(101, "c1")]);
    await sending;
    expect(chat.state.get().messages).toHaveLength(1);
    expect(chat.state.get().unsent).toEqual([]);
  });

  it("keeps what could not be sent and sends it again in order", async () => {
    const { fake, said } = service([]);
    const chat = new Chat("code", fake);
    fake.down = true;
    await chat.say("one", "c1");
    await chat.say("two", "c2");
    expect(chat.state.get().unsent.map((own) => own.failed)).toEqual([true, true]);
    fake.down = false;
    await chat.sayFailedAgain();
    expect(said).toEqual(["c1", "c2"]);
    expect(chat.state.get().unsent).toEqual([]);
  });
});
