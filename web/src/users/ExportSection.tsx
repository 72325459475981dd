import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Download, Package } from "lucide-react";
import { sentenceOf } from "../api/problem";
import { privacy, type DataExport } from "../api/privacy";
import { useSendsMail } from "../api/queries";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { dateName } from "../ui/words";
import { progressOf, sizeWords } from "./privacyWords";

const LOOK_AGAIN_MS = 1500;

const isUnderWay = (found: DataExport | null | undefined) =>
  found?.status === "waiting" || found?.status === "packing";

const latestQuery = queryOptions({
  queryKey: ["export"],
  queryFn: ({ signal }) => privacy.latest(signal),
  refetchInterval: ({ state }) => (isUnderWay(state.data) ? LOOK_AGAIN_MS : false),
});

/** Everything about me in one archive: asked for, packed, fetched. */
export function ExportSection() {
  const queries = useQueryClient();
  const { data: latest, error } = useQuery(latestQuery);
  const pack = useMutation({
    mutationFn: privacy.pack,
    onSuccess: (begun) => queries.setQueryData(latestQuery.queryKey, begun),
  });
  const fetch = useMutation({
    mutationFn: (id: string) => privacy.open(id).then(() => location.assign(privacy.archive(id))),
  });
  const ready = latest?.status === "ready" ? latest : null;
  const refused = error ?? pack.error ?? fetch.error;
  return (
    <section aria-labelledby="export-title" className="rounded-card bg-paper p-4 shadow-e1 tablet:p-6">
      <h2 id="export-title" className="text-h3 font-bold">
        Everything about you
      </h2>
      <p className="mt-1 text-ink-2">
        Your profile, meetings, messages, files and log-ins in one archive: a page to read, and data for
        programs. Packing takes a moment;{" "}
        {useSendsMail() ? "we mail you when it is done" : "it appears here when it is done"}.
      </p>
      <div className="mt-4 flex flex-col items-start gap-3">
        {latest && isUnderWay(latest) && <Packing export={latest} />}
        {ready && (
          <p>
            Your archive is ready: {sizeWords(ready.sizeBytes ?? 0)}, packed on {dateName(ready.readyAt!)}. It
            is deleted on {dateName(ready.expiresAt!)}.
          </p>
        )}
        {latest?.status === "failed" && (
          <Notice tone="warn">Packing did not work out. Nothing is lost; ask for it once more.</Notice>
        )}
        {refused && <Notice tone="error">{sentenceOf(refused)}</Notice>}
        <div className="flex flex-wrap gap-2">
          {ready && (
            <Button
              kind="primary"
              icon={Download}
              busy={fetch.isPending}
              onClick={() => fetch.mutate(ready.id)}
            >
              Download archive
            </Button>
          )}
          {latest !== undefined && !isUnderWay(latest) && (
            <Button
              icon={Package}
              busy={pack.isPending}
              onClick={() => pack.mutate()}
              className="max-[359px]:px-3 max-[359px]:text-[14px]"
            >
              {ready ? "Pack a new one" : "Download everything about me"}
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}

function Packing({ export: found }: { export: DataExport }) {
  const words = progressOf(found);
  const part = found.stepsAll > 0 ? found.stepsDone / found.stepsAll : 0;
  return (
    <div className="w-full">
      <p role="status">{words}</p>
      <div
        role="progressbar"
        aria-label="Packing your archive"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(part * 100)}
        className="mt-2 h-2 overflow-hidden rounded-full bg-well"
      >
        <div
          className="h-full origin-left rounded-full bg-baize transition-transform duration-260"
          style={{ transform: `scaleX(${part})` }}
        />
      </div>
    </div>
  );
}
