import { meetings } from "../../api/meetings";
import { Store } from "../../rtc/store";
import {
  fail,
  lastId,
  markRead,
  send,
  SILENCE,
  take,
  withdraw,
  type ChatMessage,
  type Conversation,
} from "./conversation";

/** The part of the API that a conversation needs. */
export interface ChatService {
  messages: typeof meetings.messages;
  say: typeof meetings.say;
}

/** The conversation of a meeting: its history, what arrives, and what you write. */
export class Chat {
  readonly state = new Store<Conversation>(SILENCE);
  /** What you have begun to write; it outlives the panel and every reconnect. */
  draft = "";
  private readonly code: string;
  private readonly service: ChatService;
  private fetching: Promise<void> | null = null;

  constructor(code: string, service: ChatService = meetings) {
    this.code = code;
    this.service = service;
  }

  /** Fetches everything after the newest known message; what was there before you came counts as read. */
  catchUp(): Promise<void> {
    this.fetching ??= this.fetchAll().finally(() => (this.fetching = null));
    return this.fetching;
  }

  private async fetchAll(): Promise<void> {
    const first = this.state.get().messages.length === 0;
    for (;;) {
      const known = lastId(this.state.get());
      const page = await this.service.messages(this.code, known);
      this.take(page.items);
      if (page.items.length === 0 || !page.nextCursor || lastId(this.state.get()) === known) break;
    }
    if (first) this.markRead();
  }

  /** Takes in what the update channel told. */
  take(messages: readonly ChatMessage[]): void {
    this.state.set(take(this.state.get(), messages));
  }

  /** Sends a message; while it is on its way, and if it fails, it stands among the unsent. */
  async say(text: string, clientId: string = crypto.randomUUID()): Promise<void> {
    this.state.set(send(this.state.get(), clientId, text));
    try {
      const stored = await this.service.say(this.code, { text, clientId });
      this.take([{ ...stored, clientId }]);
    } catch {
      this.state.set(fail(this.state.get(), clientId));
    }
  }

  /** Sends again what failed, in the order it was written. */
  async sayFailedAgain(): Promise<void> {
    for (const own of this.state.get().unsent.filter((one) => one.failed))
      await this.say(own.text, own.clientId);
  }

  withdraw(clientId: string): void {
    this.state.set(withdraw(this.state.get(), clientId));
  }

  markRead(): void {
    this.state.set(markRead(this.state.get()));
  }
}
