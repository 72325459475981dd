import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import { controlClass } from "./Field";
import { cx } from "./cx";

type SearchFieldProps = {
  label: string;
  placeholder?: string;
  value: string;
  /** Called with Enter, and when nothing has been typed for a moment. */
  onSearch: (text: string) => void;
};

const PAUSE_MS = 400;

/** Looks for what is typed, once the typing pauses. */
export function SearchField({ label, placeholder, value, onSearch }: SearchFieldProps) {
  const [text, setText] = useState(value);
  const [before, setBefore] = useState(value);
  if (value !== before) {
    setBefore(value);
    setText(value);
  }
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => onSearch(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value, onSearch]);
  return (
    <form
      role="search"
      className="relative"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(text);
      }}
    >
      <Search
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-3"
        strokeWidth={1.75}
        aria-hidden
      />
      <input
        type="search"
        aria-label={label}
        placeholder={placeholder}
        value={text}
        maxLength={254}
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
        className={cx(
          controlClass,
          "h-9! pr-8 pl-9 text-[14px]! max-tablet:h-11! [&::-webkit-search-cancel-button]:hidden",
        )}
      />
      <kbd
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 rounded-[5px] bg-well px-1.5 font-mono text-[11.5px] text-ink-3 max-tablet:hidden"
      >
        /
      </kbd>
    </form>
  );
}
