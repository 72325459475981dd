import type { ReactNode } from "react";
import { Link } from "react-router";
import { Wordmark } from "./Mark";
import { SkipLink } from "./SkipLink";

/** The frame of pages that need no user: the name at the left, `actions` at the right. */
export function PublicFrame({ actions, children }: { actions?: ReactNode; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="mx-auto flex h-15 w-full max-w-[1440px] items-center gap-1.5 px-4 tablet:h-19 tablet:px-14">
        <Link to="/" aria-label="Parley, front page" className="flex">
          <Wordmark />
        </Link>
        <div className="flex-1" />
        {actions}
      </header>
      <main id="main" tabIndex={-1} className="flex flex-1 flex-col outline-none">
        {children}
      </main>
    </div>
  );
}
