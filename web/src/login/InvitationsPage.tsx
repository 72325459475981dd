import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { invitations, type Invitation } from "../api/entry";
import { sentenceOf } from "../api/problem";
import { useSendsMail } from "../api/queries";
import { Badge, type Tone } from "../ui/Badge";
import { Button } from "../ui/Button";
import { ConfirmDialog } from "../ui/ConfirmDialog";
import { EmptyState } from "../ui/EmptyState";
import { Notice } from "../ui/Notice";
import { TextField } from "../ui/TextField";
import { useToast } from "../ui/Toasts";
import { usePageTitle } from "../ui/usePageTitle";
import { dateName } from "../ui/words";
import { useAccountForm } from "./useAccountForm";
import { emailFault } from "./validate";

const listKey = ["staff", "invitations"];

/** Who was invited to make an account, and what became of it. */
export default function InvitationsPage() {
  usePageTitle("Invitations");
  const list = useInfiniteQuery({
    queryKey: listKey,
    queryFn: ({ pageParam, signal }) => invitations.list(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="max-w-[860px] px-4 pb-10 tablet:px-6">
      <header className="flex items-center pt-1 pb-2 tablet:h-[60px] tablet:pb-0">
        <h1 className="text-h2">Invitations</h1>
      </header>
      {!useSendsMail() && (
        <div className="mb-4">
          <Notice tone="warn">
            This server sends no mail. The link of each invitation is in the console's mailbox; hand it on
            from there.
          </Notice>
        </div>
      )}
      <InviteForm />
      {list.error && <Notice tone="error">{sentenceOf(list.error)}</Notice>}
      {list.data && items.length === 0 ? (
        <section aria-label="No invitations" className="rounded-card bg-paper py-6 shadow-e1">
          <EmptyState sentence="Nobody is invited yet. Write an address above; the link is for it alone." />
        </section>
      ) : (
        <ul
          aria-label="Invitations"
          className="divide-y divide-line rounded-card bg-paper px-4 shadow-e1 tablet:px-6"
        >
          {items.map((invitation) => (
            <InvitationRow key={invitation.id} invitation={invitation} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()} className="mt-4">
          50 more
        </Button>
      )}
    </div>
  );
}

function InviteForm() {
  const queries = useQueryClient();
  const toast = useToast();
  const sendsMail = useSendsMail();
  const [round, setRound] = useState(0);
  const sent = (email: string) => {
    void queries.invalidateQueries({ queryKey: listKey });
    toast({
      text: sendsMail
        ? `An invitation is on its way to ${email}.`
        : `${email} is invited. The link is in the mailbox.`,
    });
    setRound(round + 1);
  };
  return <InviteFields key={round} onSent={sent} />;
}

function InviteFields({ onSent }: { onSent: (email: string) => void }) {
  const form = useAccountForm(
    { email: "" },
    (_, value) => emailFault(value),
    async ({ email }) => onSent((await invitations.invite(email.trim())).email),
  );
  return (
    <form onSubmit={form.submit} noValidate className="mb-5 flex flex-wrap items-start gap-3">
      <TextField
        {...form.bind("email")}
        label="E-mail"
        type="email"
        inputMode="email"
        autoComplete="off"
        hint="The link works once, for seven days, and confirms the address."
        fieldClassName="flex-1 basis-64"
      />
      <Button
        type="submit"
        kind="primary"
        busy={form.busy}
        className="mt-[26px] max-tablet:w-full max-tablet:mt-0"
      >
        Invite
      </Button>
      {form.refusal && (
        <div className="w-full">
          <Notice tone="error">{form.refusal}</Notice>
        </div>
      )}
    </form>
  );
}

const states: Record<Invitation["state"], { tone: Tone; words: string }> = {
  open: { tone: "lamp", words: "Open" },
  accepted: { tone: "ok", words: "Accepted" },
  revoked: { tone: "plain", words: "Withdrawn" },
  expired: { tone: "warn", words: "Too old" },
};

function InvitationRow({ invitation }: { invitation: Invitation }) {
  const queries = useQueryClient();
  const toast = useToast();
  const sendsMail = useSendsMail();
  const [asking, setAsking] = useState(false);
  const fresh = () => void queries.invalidateQueries({ queryKey: listKey });
  const resend = useMutation({
    mutationFn: () => invitations.resend(invitation.id),
    onSuccess: () => {
      fresh();
      toast({
        text: sendsMail
          ? `A new link is on its way to ${invitation.email}.`
          : `A new link for ${invitation.email} is in the mailbox.`,
      });
    },
  });
  const revoke = useMutation({
    mutationFn: () => invitations.revoke(invitation.id),
    onSuccess: () => {
      fresh();
      setAsking(false);
    },
  });
  const { tone, words } = states[invitation.state];
  const unanswered = invitation.state === "open" || invitation.state === "expired";
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <div className="truncate font-bold">{invitation.email}</div>
        <div className="text-small text-ink-2">
          {invitation.invitedBy ? `By ${invitation.invitedBy}, ` : ""}
          {sendsMail ? "sent" : "made"} on {dateName(invitation.sentAt)}
        </div>
      </div>
      <Badge tone={tone}>{words}</Badge>
      {unanswered && (
        <div className="flex gap-2">
          <Button
            size="dense"
            busy={resend.isPending}
            onClick={() => resend.mutate()}
            aria-label={sendsMail ? `Send again to ${invitation.email}` : `New link for ${invitation.email}`}
          >
            {sendsMail ? "Send again" : "New link"}
          </Button>
          <Button
            size="dense"
            kind="quiet"
            onClick={() => setAsking(true)}
            aria-label={`Withdraw the invitation of ${invitation.email}`}
          >
            Withdraw
          </Button>
        </div>
      )}
      {resend.error && <Notice tone="error">{sentenceOf(resend.error)}</Notice>}
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => revoke.mutate()}
        title="Withdraw the invitation?"
        action="Withdraw invitation"
        busy={revoke.isPending}
        error={revoke.error && sentenceOf(revoke.error)}
      >
        The link for {invitation.email} no longer works.
      </ConfirmDialog>
    </li>
  );
}
