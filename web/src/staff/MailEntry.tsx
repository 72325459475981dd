import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import type { Mail } from "../api/types";
import { exactTime } from "../ui/words";

/** One mail: the line of a list, and its text once opened. */
export function MailEntry({ mail }: { mail: Mail }) {
  return (
    <li>
      <details className="group">
        <summary className="flex cursor-pointer list-none items-center gap-4 px-4 py-3 hover:bg-well focus-visible:outline-offset-[-3px] tablet:px-6 [&::-webkit-details-marker]:hidden">
          <span className="min-w-0 flex-1">
            <span className="block truncate font-bold">{mail.subject}</span>
            <span className="block truncate text-small text-ink-3">To {mail.to}</span>
            <time dateTime={mail.createdAt} className="block text-small text-ink-3 tablet:hidden">
              {exactTime(mail.createdAt)}
            </time>
          </span>
          <time dateTime={mail.createdAt} className="shrink-0 text-small text-ink-3 max-tablet:hidden">
            {exactTime(mail.createdAt)}
          </time>
          <ChevronDown
            className="size-4 shrink-0 text-ink-3 transition-transform duration-180 group-open:rotate-180"
            strokeWidth={1.75}
            aria-hidden
          />
        </summary>
        <div className="border-t border-line bg-wall px-4 py-4 break-words whitespace-pre-wrap tablet:px-6">
          {withLinks(mail.text)}
        </div>
      </details>
    </li>
  );
}

/** Text whose web addresses can be clicked. */
function withLinks(text: string): ReactNode[] {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((part, i) =>
    i % 2 === 1 ? (
      <a
        key={i}
        href={part}
        rel="noreferrer"
        className="font-medium text-baize-text underline underline-offset-3"
      >
        {part}
      </a>
    ) : (
      part
    ),
  );
}
