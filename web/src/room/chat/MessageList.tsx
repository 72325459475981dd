import { ArrowDown } from "lucide-react";
import { useLayoutEffect, useRef, useState } from "react";
import { Face } from "../Face";
import type { Chat } from "./Chat";
import type { ChatMessage, Conversation, Unsent } from "./conversation";
import { splitLinks } from "./links";

const NEAR_END = 48;

/** All messages, the newest at the end. Whoever reads further up stays there and is told how many are new. */
export function MessageList({
  conversation,
  participantId,
  chat,
}: {
  conversation: Conversation;
  participantId: string;
  chat: Chat;
}) {
  const { messages, unsent } = conversation;
  const { ref, onScroll, news, toEnd } = useEnd(messages.length, unsent.length);
  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={ref}
        onScroll={onScroll}
        tabIndex={0}
        role="region"
        aria-label="Messages"
        className="h-full overflow-y-auto overscroll-contain py-2 focus-visible:outline-offset-[-3px]"
      >
        <p className="px-4 pt-1 pb-2 text-center text-tiny text-ink-3">
          Messages are kept with the meeting. Guests see them too.
        </p>
        <ol className="m-0 list-none p-0">
          {messages.map((message, index) => (
            <Message
              key={message.id}
              message={message}
              own={message.participantId === participantId}
              follows={belongsTogether(messages[index - 1], message)}
            />
          ))}
          {unsent.map((own) => (
            <OnItsWay key={own.clientId} own={own} chat={chat} />
          ))}
        </ol>
        {messages.length === 0 && unsent.length === 0 && (
          <p className="px-6 py-8 text-center text-small text-ink-3">Nobody has written yet.</p>
        )}
      </div>
      {news > 0 && (
        <button
          type="button"
          onClick={toEnd}
          className="absolute bottom-3 left-1/2 flex h-8 -translate-x-1/2 items-center gap-1.5 rounded-control bg-lamp px-3 text-small font-bold text-on-lamp shadow-e2"
        >
          <ArrowDown className="size-4" strokeWidth={2} aria-hidden />
          {news} new
        </button>
      )}
    </div>
  );
}

/** Follows the end of the list as long as it is in view, and counts what comes while it is not. */
function useEnd(count: number, unsent: number) {
  const ref = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [seen, setSeen] = useState(count);
  const toEnd = () => {
    const list = ref.current;
    if (list) list.scrollTop = list.scrollHeight;
    atEnd.current = true;
    setSeen(count);
  };
  const sentBefore = useRef(unsent);
  useLayoutEffect(() => {
    const wrote = unsent > sentBefore.current;
    sentBefore.current = unsent;
    if (atEnd.current || wrote) toEnd();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only new messages move the list
  }, [count, unsent]);
  const onScroll = () => {
    const list = ref.current;
    if (!list) return;
    atEnd.current = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_END;
    if (atEnd.current) setSeen(count);
  };
  return { ref, onScroll, toEnd, news: Math.max(0, count - seen) };
}

const TOGETHER_MS = 120_000;

/** Messages of one person within two minutes need only one heading. */
function belongsTogether(before: ChatMessage | undefined, message: ChatMessage): boolean {
  if (!before || before.participantId !== message.participantId || before.senderName !== message.senderName)
    return false;
  return Date.parse(message.createdAt) - Date.parse(before.createdAt) < TOGETHER_MS;
}

function Message({ message, own, follows }: { message: ChatMessage; own: boolean; follows: boolean }) {
  return (
    <li
      className={
        follows
          ? "grid grid-cols-[30px_1fr] gap-x-2.5 px-4 pt-0.5 pb-1"
          : "grid grid-cols-[30px_1fr] gap-x-2.5 px-4 pt-2 pb-1"
      }
    >
      {follows ? (
        <span className="sr-only">{message.senderName}</span>
      ) : (
        <>
          <span className="row-span-2">
            <Face participantId={message.participantId} name={message.senderName} size={30} />
          </span>
          <span className="flex min-w-0 items-baseline gap-[7px] text-[13px] leading-[18px]">
            <b className="truncate font-bold">{own ? "You" : message.senderName}</b>
            <time dateTime={message.createdAt} className="text-[12px] text-ink-3">
              {clock(message.createdAt)}
            </time>
          </span>
        </>
      )}
      <Words text={message.text} />
    </li>
  );
}

function Words({ text }: { text: string }) {
  return (
    <p className="col-start-2 text-[14.5px] leading-5 whitespace-pre-wrap">
      {splitLinks(text).map((piece, index) =>
        piece.href ? (
          <a
            key={index}
            href={piece.href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="text-baize-text underline underline-offset-2"
          >
            {piece.text}
          </a>
        ) : (
          piece.text
        ),
      )}
    </p>
  );
}

function OnItsWay({ own, chat }: { own: Unsent; chat: Chat }) {
  return (
    <li className="grid grid-cols-[30px_1fr] gap-x-2.5 px-4 py-1 text-ink-3">
      <Words text={own.text} />
      {own.failed ? (
        <span className="col-start-2 flex items-center gap-2 text-tiny text-live-text">
          Not sent.
          <button
            type="button"
            className="min-h-6 underline"
            onClick={() => void chat.say(own.text, own.clientId)}
          >
            Send again
          </button>
          <button type="button" className="min-h-6 underline" onClick={() => chat.withdraw(own.clientId)}>
            Discard
          </button>
        </span>
      ) : (
        <span className="col-start-2 text-tiny">Sending</span>
      )}
    </li>
  );
}

function clock(iso: string): string {
  return new Date(iso).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
}
