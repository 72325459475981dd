import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link2 } from "lucide-react";
import { useState } from "react";
import { social, type LinkedAccount, type Provider } from "../api/entry";
import { sentenceOf } from "../api/problem";
import { configQuery } from "../api/queries";
import { Button } from "../ui/Button";
import { ConfirmDialog } from "../ui/ConfirmDialog";
import { Notice } from "../ui/Notice";
import { useToast } from "../ui/Toasts";
import { SettingRow } from "./SettingRow";
import { dayInWords } from "./when";

const linkedKey = ["linked-accounts"];

/** The other providers among the ways to log in: linked ones and those that could be. */
export function LinkedAccountRows() {
  const config = useQuery(configQuery).data;
  const linked = useQuery({
    queryKey: linkedKey,
    queryFn: ({ signal }) => social.linked(signal).then(({ items }) => items),
  }).data;
  if (!config || !linked) return null;
  const free = config.providers.filter(({ id }) => linked.every(({ provider }) => provider !== id));
  return (
    <>
      {linked.map((account) => (
        <LinkedRow key={account.provider} account={account} />
      ))}
      {free.map((provider) => (
        <FreeRow key={provider.id} provider={provider} />
      ))}
    </>
  );
}

function LinkedRow({ account }: { account: LinkedAccount }) {
  const queries = useQueryClient();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const unlink = useMutation({
    mutationFn: () => social.unlink(account.provider),
    onSuccess: () => {
      setAsking(false);
      void queries.invalidateQueries({ queryKey: linkedKey });
      toast({ text: `${account.name} no longer opens your account.` });
    },
  });
  return (
    <Row
      name={account.name}
      words={`${account.email ?? "Linked"}, linked ${dayInWords(account.linkedAt)}`}
      action={
        <Button size="dense" onClick={() => setAsking(true)} aria-label={`Unlink ${account.name}`}>
          Unlink
        </Button>
      }
    >
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => unlink.mutate()}
        title={`Unlink ${account.name}?`}
        action={`Unlink ${account.name}`}
        busy={unlink.isPending}
        error={unlink.error && sentenceOf(unlink.error)}
      >
        You can no longer log in with {account.name}. Your other ways stay.
      </ConfirmDialog>
    </Row>
  );
}

function FreeRow({ provider: { id, name } }: { provider: Provider }) {
  const link = useMutation({
    mutationFn: async () => location.assign((await social.beginLink(id)).url),
  });
  return (
    <Row
      name={name}
      words="Not linked"
      action={
        <Button size="dense" busy={link.isPending} onClick={() => link.mutate()} aria-label={`Link ${name}`}>
          Link
        </Button>
      }
    >
      {link.error && <Notice tone="error">{sentenceOf(link.error)}</Notice>}
    </Row>
  );
}

function Row({
  name,
  words,
  action,
  children,
}: {
  name: string;
  words: string;
  action: React.ReactNode;
  children?: React.ReactNode;
}) {
  return (
    <div>
      <SettingRow
        icon={Link2}
        title={name}
        state={<span className="block truncate">{words}</span>}
        action={action}
      />
      {children}
    </div>
  );
}
