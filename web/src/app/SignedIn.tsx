import { Bell, CalendarDays, LayoutPanelLeft, UserRound } from "lucide-react";
import { useQuery } from "@tanstack/react-query";
import { Navigate, Outlet, useLocation } from "react-router";
import { meQuery } from "../api/queries";
import { sentenceOf } from "../api/problem";
import { consoleRoleOf } from "../api/staff";
import type { Me } from "../api/types";
import { BellPanel } from "../notifications/BellPanel";
import { LiveNotices } from "../notifications/LiveNotices";
import { summaryQuery } from "../notifications/queries";
import { PageShell, type NavItem } from "../ui/PageShell";
import { UnconfirmedEmail } from "../users/UnconfirmedEmail";
import { AccountMenu } from "./AccountMenu";
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
        me={(place) => <AccountMenu me={me} detail={me.plan.name} place={place} />}
      >
        <LiveNotices userId={me.id} />
        {pathname === "/home" && !me.emailVerified && (
          <div className="max-w-[1180px] tablet:pt-5">
            <UnconfirmedEmail email={me.email} />
          </div>
        )}
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
