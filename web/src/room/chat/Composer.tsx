import { ArrowUp } from "lucide-react";
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from "react";
import { cx } from "../../ui/cx";
import type { Chat } from "./Chat";

/** The longest message the server takes, in characters. */
const LONGEST = 5_000;
const HIGHEST = 140;

/** Where you write. Enter sends, Shift and Enter begins a new line. */
export function Composer({ chat, cutOff }: { chat: Chat; cutOff: boolean }) {
  const [text, setText] = useState(chat.draft);
  const ref = useRef<HTMLTextAreaElement>(null);
  const change = (next: string) => {
    chat.draft = next;
    setText(next);
  };
  useLayoutEffect(() => {
    const field = ref.current;
    if (!field) return;
    field.style.height = "auto";
    field.style.height = `${Math.min(HIGHEST, field.scrollHeight)}px`;
  }, [text]);
  const send = () => {
    const words = text.trim();
    if (!words) return;
    void chat.say(words);
    change("");
    ref.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      className="border-t border-line p-3"
    >
      {cutOff && <p className="pb-2 text-tiny text-ink-3">Sent as soon as the connection is back.</p>}
      <div
        className={cx(
          "edged flex items-end gap-1 rounded-control bg-paper py-1 pr-1 pl-3",
          "focus-within:shadow-[inset_0_0_0_1.5px_var(--focus),0_0_0_3px_color-mix(in_oklch,var(--focus)_28%,transparent)]",
        )}
      >
        <textarea
          ref={ref}
          data-first-field
          aria-label="Message"
          placeholder="Message everyone"
          rows={1}
          maxLength={LONGEST}
          value={text}
          onChange={(event) => change(event.target.value)}
          onKeyDown={onKeyDown}
          className="min-h-9 flex-1 resize-none bg-transparent py-[7px] text-[15px] leading-[22px] outline-none placeholder:text-ink-3 max-tablet:text-[16px]"
        />
        <button
          type="submit"
          aria-label="Send message"
          disabled={text.trim() === ""}
          className="grid size-9 shrink-0 place-items-center rounded-[8px] bg-baize text-on-baize disabled:bg-well disabled:text-ink-3 pointer-coarse:size-11"
        >
          <ArrowUp className="size-[18px]" strokeWidth={2} aria-hidden />
        </button>
      </div>
    </form>
  );
}
