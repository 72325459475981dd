import type { ReactNode } from "react";
import { Link } from "react-router";
import { Wordmark } from "../ui/Mark";
import { SkipLink } from "../ui/SkipLink";
import { TableSide } from "./TableSide";

type EntryFrameProps = {
  /** The other way in, at the right of the bar. */
  other?: ReactNode;
  title: string;
  lead: ReactNode;
  /** What stands on the large table. */
  felt: ReactNode;
  children: ReactNode;
};

/** The frame of signing up, logging in and setting up: the form at the left, a table with your seat at the right. */
export function EntryFrame({ other, title, lead, felt, children }: EntryFrameProps) {
  return (
    <div className="overflow-clip desk:grid desk:grid-cols-2">
      <SkipLink />
      <div className="flex min-h-dvh flex-col px-4 pb-8 tablet:px-14">
        <header className="flex h-15 shrink-0 items-center justify-between gap-4 tablet:h-19">
          <Link to="/" aria-label="Parley, front page" className="flex">
            <Wordmark />
          </Link>
          <span className="text-small text-ink-2 max-tablet:text-[14px]">{other}</span>
        </header>
        <main
          id="main"
          tabIndex={-1}
          className="w-full outline-none tablet:m-auto tablet:max-w-[392px] tablet:py-6"
        >
          <h1 className="text-[32px] leading-[38px] font-bold tracking-[-0.02em] max-tablet:mt-2.5 max-tablet:text-[30px]">
            {title}
          </h1>
          <p className="mt-1.5 text-ink-2 text-pretty">{lead}</p>
          {children}
        </main>
      </div>
      <TableSide>{felt}</TableSide>
    </div>
  );
}

/** A link inside a sentence. */
export function TextLink({ to, state, children }: { to: string; state?: unknown; children: ReactNode }) {
  return (
    <Link to={to} state={state} className="font-bold text-baize-text underline-offset-3 hover:underline">
      {children}
    </Link>
  );
}
