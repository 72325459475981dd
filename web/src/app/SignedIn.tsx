import { Bell, CalendarDays, LayoutPanelLeft, UserRound } from "lucide-react";
import { useQuery } from "@tanstack/react-query";
import { Link, Navigate, Outlet, useLocation } from "react-router";
import { meQuery } from "../api/queries";
import { sentenceOf } from "../api/problem";
import { consoleRoleOf } from "../api/staff";
import type { Me } from "../api/types";
import { BellPanel } from "../notifications/BellPanel";
import { LiveNotices } from "../notifications/LiveNotices";
import { summaryQuery } from "../notifications/queries";
import { Avatar } from "../ui/Avatar";
import { PageShell, type NavItem } from "../ui/PageShell";
import { accountPages } from "./accountPages";
import { Unreachable } from "./Unreachable";

/** The frame of every page that needs a user; others are sent to log in and come back afterwards. */
export function SignedIn() {
  const { data: me, error, refetch } = useQuery(meQuery);
  const { data: summary } = useQuery({ ...summaryQuery, enabled: !!me });
  const { pathname, search } = useLocation();
  if (me) {
    return (
      <PageShell
        home="/home"
        items={navigation(me, summary?.unread ?? 0)}
        groups={[{ label: "Account", items: accountPages }]}
        me={(place) => <MeLink me={me} place={place} />}
      >
        <LiveNotices userId={me.id} />
        <Outlet context={me} />
      </PageShell>
    );
  }
  if (me === null) return <Navigate to={`/login?next=${encodeURIComponent(pathname + search)}`} replace />;
  if (error) return <Unreachable sentence={sentenceOf(error)} onRetry={() => void refetch()} />;
  return null;
}

function navigation(me: Me, unread: number): NavItem[] {
  const items: NavItem[] = [
    { to: "/home", label: "Meetings", icon: CalendarDays },
    {
      to: "/notifications",
      label: "Notifications",
      icon: Bell,
      count: unread,
      panel: (close) => <BellPanel onClose={close} />,
    },
    { to: "/account", label: "Account", icon: UserRound, phoneOnly: true },
  ];
  if (consoleRoleOf(me)) items.push({ to: "/staff", label: "Console", icon: LayoutPanelLeft });
  return items;
}

function MeLink({ me, place }: { me: Me; place: "side" | "bar" }) {
  if (place === "bar") {
    return (
      <Link to="/account" aria-label={`Account of ${me.displayName}`} className="-m-1.5 rounded-full p-1.5">
        <Avatar name={me.displayName} picture={me.profilePictureUrl} size={34} />
      </Link>
    );
  }
  return (
    <Link
      to="/account"
      className="flex items-center gap-2.5 rounded-control p-2 hover:bg-well max-desk:justify-center"
    >
      <Avatar name={me.displayName} picture={me.profilePictureUrl} size={34} />
      <span className="min-w-0 flex-1 leading-[17px] max-desk:sr-only">
        <span className="sr-only">Account of </span>
        <span className="block truncate text-small font-bold">{me.displayName}</span>
        <span className="block truncate text-tiny text-ink-3">{me.plan.name}</span>
      </span>
    </Link>
  );
}
