/** A chat message as the server stores it. */
export interface ChatMessage {
  id: number;
  participantId: string | null;
  senderName: string;
  text: string;
  type: string;
  createdAt: string;
  clientId: string | null;
}

/** One of your own messages that the server has not confirmed yet. */
export interface Unsent {
  clientId: string;
  text: string;
  failed: boolean;
}

/** Everything the chat panel shows. Never changed in place. */
export interface Conversation {
  /** Confirmed messages, oldest first, each once. */
  messages: readonly ChatMessage[];
  /** Your own ones on their way, in the order of writing. */
  unsent: readonly Unsent[];
  /** The newest message you have seen; 0 before the first. */
  readUpTo: number;
}

export const SILENCE: Conversation = { messages: [], unsent: [], readUpTo: 0 };

/**
 * Takes in messages from the history, the update channel or the answer to sending, in any order and any number of
 * times; each appears once, ordered by id, and replaces its unsent twin.
 */
export function take(conversation: Conversation, arrived: readonly ChatMessage[]): Conversation {
  const known = new Set(conversation.messages.map((message) => message.id));
  const fresh = arrived.filter((message) => !known.has(message.id) && known.add(message.id));
  if (fresh.length === 0) return conversation;
  const confirmed = new Set(fresh.map((message) => message.clientId));
  return {
    ...conversation,
    messages: [...conversation.messages, ...fresh].toSorted((a, b) => a.id - b.id),
    unsent: conversation.unsent.filter((own) => !confirmed.has(own.clientId)),
  };
}

/** Adds a message you have just written, or sends a failed one again. */
export function send(conversation: Conversation, clientId: string, text: string): Conversation {
  const others = conversation.unsent.filter((own) => own.clientId !== clientId);
  return { ...conversation, unsent: [...others, { clientId, text, failed: false }] };
}

/** Marks a message that could not be sent; it stays until it is sent again or withdrawn. */
export function fail(conversation: Conversation, clientId: string): Conversation {
  return {
    ...conversation,
    unsent: conversation.unsent.map((own) => (own.clientId === clientId ? { ...own, failed: true } : own)),
  };
}

/** Drops an unsent message. */
export function withdraw(conversation: Conversation, clientId: string): Conversation {
  return { ...conversation, unsent: conversation.unsent.filter((own) => own.clientId !== clientId) };
}

/** Everything up to now has been seen. */
export function markRead(conversation: Conversation): Conversation {
  const newest = lastId(conversation);
  return newest === conversation.readUpTo ? conversation : { ...conversation, readUpTo: newest };
}

/** The id to ask the history after; 0 when nothing is known yet. */
export function lastId(conversation: Conversation): number {
  return conversation.messages.at(-1)?.id ?? 0;
}

/** Messages of others that you have not seen, oldest first. */
export function unread(conversation: Conversation, ownParticipantId: string | null): ChatMessage[] {
  const { messages, readUpTo } = conversation;
  return messages.filter((message) => message.id > readUpTo && message.participantId !== ownParticipantId);
}
