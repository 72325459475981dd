import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link2, Link2Off } from "lucide-react";
import { audit } from "../../api/staff";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { Spinner } from "../../ui/Spinner";
import { Tooltip } from "../../ui/Tooltip";
import { useToast } from "../../ui/Toasts";
import { exactTime } from "../../ui/words";
import { sentenceOf } from "../../api/problem";

const key = ["staff", "audit", "chain"];

/** Until when the trail is sealed, and whether the last look along it found it whole. */
export function ChainNotice() {
  const queries = useQueryClient();
  const toast = useToast();
  const { data: chain } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => audit.chain(signal),
    refetchInterval: 30_000,
  });
  const check = useMutation({
    mutationFn: audit.check,
    onSuccess: (state) => queries.setQueryData(key, state),
    onError: (error) => toast({ text: sentenceOf(error) }),
  });
  const acknowledge = useMutation({
    mutationFn: audit.acknowledge,
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
    onError: (error) => toast({ text: sentenceOf(error) }),
  });
  if (!chain) return null;
  const { sealedUntil, checked } = chain;
  const told = checked
    ? `Looked through ${exactTime(checked.checkedAt)}: ${checked.rows.toLocaleString("en")} rows as sealed`
    : "Not looked through since this server started";
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <Tooltip text={checked?.fault ?? told}>
        <span tabIndex={0}>
          {checked?.fault ? (
            <Badge tone="live" icon={Link2Off}>
              Chain broken
            </Badge>
          ) : (
            <Badge tone={checked ? "ok" : "plain"} icon={Link2}>
              {sealedUntil
                ? `${checked ? "Chain intact" : "Sealed"} until ${exactTime(checked && checked.checkedAt < sealedUntil ? checked.checkedAt : sealedUntil)}`
                : "Nothing sealed yet"}
            </Badge>
          )}
        </span>
      </Tooltip>
      <Button kind="quiet" size="dense" onClick={() => check.mutate()} disabled={check.isPending}>
        {check.isPending ? <Spinner className="size-4" /> : "Check now"}
      </Button>
      {checked?.fault && (
        <Button
          kind="quiet"
          size="dense"
          onClick={() => acknowledge.mutate()}
          disabled={acknowledge.isPending}
        >
          Acknowledge
        </Button>
      )}
      {checked?.fault && <span className="sr-only">{checked.fault}</span>}
    </div>
  );
}
