import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, BadgeCheck, Eye } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { sentenceOf } from "../../api/problem";
import { staffUsers, type UserCard } from "../../api/staff";
import { Avatar } from "../../ui/Avatar";
import { Badge } from "../../ui/Badge";
import { Notice } from "../../ui/Notice";
import { ShortId } from "../../ui/ShortId";
import { Skeleton, WhenSlow } from "../../ui/Skeleton";
import { TimeAgo } from "../../ui/TimeAgo";
import { UserActions } from "./UserActions";
import { UserHistory } from "./UserHistory";
import { deviceWords, roleWord, statusWords } from "./userWords";

/** What staff may see of one user. Asking for it is what is recorded, so it is not asked for again by itself. */
export const userQuery = (id: string) => ({
  queryKey: ["staff", "user", id],
  queryFn: ({ signal }: { signal: AbortSignal }) => staffUsers.look(id, signal),
  staleTime: 300_000,
  refetchOnWindowFocus: false,
});

export function UserDetail({ id, back }: { id: string; back: string }) {
  const { data: card, error, isPending } = useQuery(userQuery(id));
  return (
    <div className="min-h-dvh desk:h-dvh desk:overflow-y-auto">
      <Link
        to={back}
        className="flex h-11 items-center gap-2 px-4 text-small font-firm text-ink-2 tablet:px-6 desk:hidden"
      >
        <ArrowLeft className="size-4" strokeWidth={1.75} aria-hidden />
        All users
      </Link>
      {error && (
        <div className="p-4 tablet:p-6">
          <Notice tone="error">{sentenceOf(error)}</Notice>
        </div>
      )}
      {isPending && !error && (
        <WhenSlow label="The account is being loaded">
          <div className="p-6">
            <Skeleton className="h-12" />
          </div>
        </WhenSlow>
      )}
      {card && <Card card={card} />}
    </div>
  );
}

function Card({ card }: { card: UserCard }) {
  const { user, facts } = card;
  return (
    <>
      <header className="flex flex-wrap items-center gap-x-4 gap-y-3 border-b border-line px-4 pb-4 tablet:px-6 desk:min-h-[72px] desk:py-3">
        <Avatar name={user.displayName} size={40} />
        <div className="min-w-0 flex-1 basis-52">
          <h2 className="truncate text-h3">{user.displayName}</h2>
          <div className="flex min-w-0 items-center gap-1.5 text-[14px] leading-5 text-ink-2">
            <span className="truncate">{user.email}</span>
            {user.emailVerified && (
              <BadgeCheck
                className="size-4 shrink-0 text-verified"
                strokeWidth={1.75}
                aria-label="confirmed"
              />
            )}
          </div>
        </div>
        <Badge tone="lamp" icon={Eye}>
          Every view is recorded
        </Badge>
        <UserActions card={card} />
      </header>
      <div className="grid items-start gap-4 px-4 py-5 tablet:px-6 desk:grid-cols-2">
        <Account card={card} />
        <div className="grid gap-4">
          {facts.factors && <Factors factors={facts.factors} />}
          {facts.sessions && <Logins sessions={facts.sessions} />}
        </div>
        {facts.history && <UserHistory user={user.id} changes={facts.history} />}
      </div>
    </>
  );
}

function Account({ card: { user, fullName, facts } }: { card: UserCard }) {
  return (
    <Panel title="Account">
      <dl className="divide-y divide-line text-[14px] leading-5">
        <Fact name="Status">
          <Badge tone={statusWords[user.status].tone}>{statusWords[user.status].word}</Badge>
        </Fact>
        <Fact name="Role">{roleWord(user.role)}</Fact>
        <Fact name="Full name">{fullName || <span className="text-ink-3">not given</span>}</Fact>
        <Fact name="E-mail">{user.emailVerified ? "Confirmed" : "Not confirmed"}</Fact>
        <Fact name="Signed up">
          <TimeAgo at={user.createdAt} />
        </Fact>
        <Fact name="Last log-in">
          {user.lastLoginAt ? <TimeAgo at={user.lastLoginAt} /> : <span className="text-ink-3">never</span>}
        </Fact>
        {facts.meetings && (
          <Fact name="Meetings">
            {facts.meetings.hosted} hosted, {facts.meetings.joined} joined
            {facts.meetings.inMeetings > 0 && ", in one now"}
          </Fact>
        )}
        <Fact name="Id">
          <ShortId id={user.id} className="-ml-1" />
        </Fact>
      </dl>
    </Panel>
  );
}

function Factors({ factors }: { factors: NonNullable<UserCard["facts"]["factors"]> }) {
  return (
    <Panel title="Second factors">
      <dl className="divide-y divide-line text-[14px] leading-5">
        <Fact name="Authenticator app">{factors.totp ? "On" : "Off"}</Fact>
        {factors.totp && <Fact name="Recovery codes left">{factors.recoveryCodes}</Fact>}
        <Fact name="Passkeys">{factors.passkeys}</Fact>
      </dl>
    </Panel>
  );
}

function Logins({ sessions }: { sessions: NonNullable<UserCard["facts"]["sessions"]> }) {
  return (
    <Panel title="Sessions">
      {sessions.length === 0 ? (
        <p className="text-[14px] text-ink-3">Logged in nowhere.</p>
      ) : (
        <ul className="divide-y divide-line text-[14px] leading-5">
          {sessions.map((session) => (
            <li key={session.id} className="flex items-center gap-3 py-2">
              <span className="min-w-0 flex-1">
                <span className="block truncate">{deviceWords(session.userAgent)}</span>
                <span className="block truncate font-mono text-tiny text-ink-3">{session.address}</span>
              </span>
              <TimeAgo at={session.lastUsedAt} className="text-small text-ink-3" />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** A card of the detail, with its heading. */
export function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="min-w-0 rounded-card bg-paper px-4 pt-3 pb-3.5 shadow-e1">
      <h3 className="pb-1.5 text-[14px] leading-5 font-bold">{title}</h3>
      {children}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[150px_minmax(0,1fr)] items-center gap-2 py-2">
      <dt className="text-ink-3">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
