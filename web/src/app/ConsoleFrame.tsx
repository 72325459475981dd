import { useQuery } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { Link, Navigate, Outlet, useLocation } from "react-router";
import { counterQuery, roleNames, type Console } from "../api/staff";
import { ApiError, sentenceOf } from "../api/problem";
import { meQuery } from "../api/queries";
import { MailNotice } from "../staff/MailNotice";
import { PageShell, type NavItem } from "../ui/PageShell";
import { AccountMenu } from "./AccountMenu";
import { consolePages } from "./consolePages";
import { NotFoundPage } from "./NotFoundPage";
import { Unreachable } from "./Unreachable";

/** The frame of the console. For whoever is not staff there is no such page. */
export function ConsoleFrame() {
  const { data: me, error: unknown, refetch: askAgain } = useQuery(meQuery);
  const { data: counter, error, refetch } = useQuery({ ...counterQuery, enabled: !!me });
  const { pathname, search } = useLocation();
  if (me === null) return <Navigate to={`/login?next=${encodeURIComponent(pathname + search)}`} replace />;
  if (unknown) return <Unreachable sentence={sentenceOf(unknown)} onRetry={() => void askAgain()} />;
  if (error instanceof ApiError && [403, 404].includes(error.status)) return <NotFoundPage />;
  if (error) return <Unreachable sentence={sentenceOf(error)} onRetry={() => void refetch()} />;
  if (!me || !counter) return null;
  return <ConsoleShell me={me} {...counter} />;
}

/** The pages that somebody with these permissions may open. */
export function pagesFor(permissions: string[]): NavItem[] {
  return consolePages.filter((page) => permissions.includes(page.permission));
}

function ConsoleShell(console: Console) {
  const { pathname } = useLocation();
  const pages = pagesFor(console.permissions);
  const known = consolePages.find((page) => pathname.startsWith(page.to));
  if (known && !pages.some((page) => page.to === known.to)) return <NotFoundPage />;
  return (
    <PageShell
      home="/home"
      dense
      title="Console"
      items={pages.map((page) => ({ ...page, phoneOnly: true }))}
      groups={[{ label: "Console", items: pages }]}
      me={(place) => <Own console={console} place={place} />}
    >
      <MailNotice />
      <Outlet context={console} />
    </PageShell>
  );
}

/** One's own name and role, and the way back to the product. */
function Own({ console, place }: { console: Console; place: "side" | "bar" }) {
  if (place === "bar") {
    return (
      <span className="flex items-center gap-2">
        <Link
          to="/home"
          className="flex h-11 items-center gap-2 rounded-control px-3 text-small font-firm text-ink-2"
        >
          <ArrowLeft className="size-4" strokeWidth={1.75} aria-hidden />
          Back
          <span className="sr-only"> to Parley</span>
        </Link>
        <AccountMenu me={console.me} detail={roleNames[console.role]} place="bar" />
      </span>
    );
  }
  return (
    <div className="flex flex-col gap-2">
      <Link
        to="/home"
        className="flex h-9 items-center gap-2.5 rounded-[9px] px-2.5 text-[14px] font-medium text-ink-2 hover:bg-well hover:text-ink max-desk:justify-center"
      >
        <ArrowLeft className="size-[18px] shrink-0" strokeWidth={1.75} aria-hidden />
        <span className="max-desk:sr-only">Back to Parley</span>
      </Link>
      <AccountMenu me={console.me} detail={roleNames[console.role]} place="side" />
    </div>
  );
}
