import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { KeyRound, Plus } from "lucide-react";
import { useState } from "react";
import { keys, type ApiKey } from "../api/keys";
import { sentenceOf } from "../api/problem";
import { Badge } from "../ui/Badge";
import { Button } from "../ui/Button";
import { ConfirmDialog } from "../ui/ConfirmDialog";
import { Notice } from "../ui/Notice";
import { usePageTitle } from "../ui/usePageTitle";
import { keysQuery } from "./keysQuery";
import { rightsOf, timesOf } from "./keyWords";
import { NewKeyDialog } from "./NewKeyDialog";

/** Keys by which programs act for me. */
export default function ApiKeysPage() {
  usePageTitle("API keys");
  const { data: all, error } = useQuery(keysQuery);
  const [making, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  return (
    <div className="max-w-[760px]">
      <header className="flex flex-wrap items-center justify-between gap-3 pt-0.5 pb-4 tablet:h-18 tablet:pb-0">
        <h1 className="text-h1">API keys</h1>
        <Button kind="primary" icon={Plus} onClick={() => setMaking(true)}>
          New key
        </Button>
      </header>
      <p className="mb-4 text-ink-2">
        A program that has a key acts for you, as far as the key allows. Give each program its own, so that
        you can revoke it alone.
      </p>
      {error && <Notice tone="error">{sentenceOf(error)}</Notice>}
      {all && (
        <section aria-label="Your keys" className="rounded-card bg-paper px-4 shadow-e1 tablet:px-6">
          {all.length === 0 ? (
            <p className="py-8 text-center text-ink-2">No program acts for you.</p>
          ) : (
            <ul className="divide-y divide-line">
              {all.map((key) => (
                <KeyRow key={key.id} apiKey={key} onRevoke={() => setRevoking(key)} />
              ))}
            </ul>
          )}
        </section>
      )}
      {making && <NewKeyDialog onClose={() => setMaking(false)} />}
      {revoking && <RevokeDialog apiKey={revoking} onClose={() => setRevoking(null)} />}
    </div>
  );
}

function KeyRow({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke: () => void }) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 py-4">
      <span className="grid size-10 shrink-0 place-items-center rounded-control bg-well text-ink-2 max-tablet:hidden">
        <KeyRound className="size-[18px]" strokeWidth={1.75} aria-hidden />
      </span>
      <div className="min-w-0 flex-1 basis-60">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-bold">{apiKey.name}</span>
          <code className="font-mono text-tiny text-ink-3">{apiKey.hint}</code>
          {apiKey.isExpired && <Badge tone="warn">Expired</Badge>}
        </div>
        <div className="mt-0.5 text-small text-ink-2">{rightsOf(apiKey)}</div>
        <div className="text-small text-ink-3">{timesOf(apiKey)}</div>
      </div>
      <Button size="dense" onClick={onRevoke} aria-label={`Revoke ${apiKey.name}`}>
        Revoke
      </Button>
    </li>
  );
}

function RevokeDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const queries = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => keys.revoke(apiKey.id),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keysQuery.queryKey });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => revoke.mutate()}
      title={`Revoke ${apiKey.name}`}
      action="Revoke key"
      busy={revoke.isPending}
      error={revoke.error && sentenceOf(revoke.error)}
    >
      The program that uses it stops working at once. A revoked key never comes back.
    </ConfirmDialog>
  );
}
