import { useEffect } from "react";
import { useStore } from "../useStore";
import type { Chat } from "./Chat";
import { Composer } from "./Composer";
import { MessageList } from "./MessageList";

/** The conversation and where you write. While it is open and scrolled to its end, what arrives counts as read. */
export function ChatPanel({
  chat,
  participantId,
  cutOff,
}: {
  chat: Chat;
  participantId: string;
  cutOff: boolean;
}) {
  const conversation = useStore(chat.state);
  const { messages } = conversation;
  useEffect(() => chat.markRead(), [chat, messages]);
  return (
    <>
      <MessageList conversation={conversation} participantId={participantId} chat={chat} />
      <Composer chat={chat} cutOff={cutOff} />
    </>
  );
}
