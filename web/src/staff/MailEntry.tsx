import { ChevronDown } from "lucide-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { house } from "../api/house";
import type { Mail } from "../api/types";
import { Skeleton, WhenSlow } from "../ui/Skeleton";
import { exactTime } from "../ui/words";
import { NotShown } from "./NotShown";

/** One mail: the line of a list, and its text, asked for once it is opened. */
export function MailEntry({ mail }: { mail: Mail }) {
  const [open, setOpen] = useState(false);
  return (
    <li>
      <details className="group" onToggle={(event) => setOpen(event.currentTarget.open)}>
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
        <div className="border-t border-line bg-wall px-4 py-4 tablet:px-6">
          {open && <LetterText id={mail.id} />}
        </div>
      </details>
    </li>
  );
}

function LetterText({ id }: { id: string }) {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["mailbox", id],
    queryFn: ({ signal }) => house.letter(id, signal),
    staleTime: Infinity,
  });
  if (data) return <p className="whitespace-pre-wrap">{withLinks(data.text)}</p>;
  if (error && !isPending) return <NotShown error={error} again={() => void refetch()} />;
  return (
    <WhenSlow label="The mail is being loaded">
      <Skeleton className="h-9" />
    </WhenSlow>
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
