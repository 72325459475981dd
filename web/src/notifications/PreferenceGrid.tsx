import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Lock } from "lucide-react";
import { Switch as Radix } from "radix-ui";
import { notifications } from "../api/notifications";
import { sentenceOf } from "../api/problem";
import type { NotificationChannel, NotificationPreferences } from "../api/types";
import { Notice } from "../ui/Notice";
import { preferencesQuery } from "./queries";
import { nameOfType, typeNames } from "./words";

type Field = NotificationPreferences["items"][number];

const CHANNELS: { channel: NotificationChannel; name: string }[] = [
  { channel: "inapp", name: "In Parley" },
  { channel: "email", name: "Mail" },
  { channel: "push", name: "Devices" },
];
const columns = "tablet:grid-cols-[minmax(0,1fr)_88px_88px_88px]";

/** One row for each thing there is to tell, one column for each way to tell it. */
export function PreferenceGrid({ items }: { items: Field[] }) {
  const { prefer, error } = usePreferring();
  const types = [...new Set(items.map((item) => item.type))];
  return (
    <div className="rounded-card bg-paper px-4 shadow-e1 tablet:px-6">
      <div
        aria-hidden
        className={`hidden items-center gap-2 pt-4 text-small text-ink-3 tablet:grid ${columns}`}
      >
        <span />
        {CHANNELS.map(({ channel, name }) => (
          <span key={channel} className="text-center">
            {name}
          </span>
        ))}
      </div>
      <div className="divide-y divide-line">
        {types.map((type) => (
          <fieldset key={type} className={`grid grid-cols-3 items-center gap-x-2 gap-y-3 py-4 ${columns}`}>
            <legend className="sr-only">{nameOfType(type)}</legend>
            <div className="col-span-3 min-w-0 tablet:col-span-1">
              <div aria-hidden className="font-medium">
                {nameOfType(type)}
              </div>
              <p className="text-small text-ink-3">{typeNames[type]?.hint}</p>
            </div>
            {CHANNELS.map(({ channel, name }) => {
              const field = items.find((item) => item.type === type && item.channel === channel);
              return field && <Choice key={channel} name={name} field={field} onChange={prefer} />;
            })}
          </fieldset>
        ))}
      </div>
      {error && (
        <div className="pb-4">
          <Notice tone="error">{sentenceOf(error)}</Notice>
        </div>
      )}
    </div>
  );
}

function Choice({ name, field, onChange }: { name: string; field: Field; onChange: (field: Field) => void }) {
  const of = `${name}: ${nameOfType(field.type)}`;
  return (
    <div className="flex flex-col items-center gap-1.5">
      <span aria-hidden className="text-tiny text-ink-3 tablet:hidden">
        {name}
      </span>
      {field.fixed ? (
        <span className="inline-flex h-[22px] items-center gap-1 text-small text-ink-2">
          <Lock className="size-3.5" strokeWidth={1.75} aria-hidden />
          <span className="sr-only">{of}: </span>
          Always
        </span>
      ) : (
        <Radix.Root
          aria-label={of}
          checked={field.wanted}
          onCheckedChange={(wanted) => onChange({ ...field, wanted })}
          className="relative h-[22px] w-[38px] shrink-0 rounded-full bg-edge transition-colors duration-120 data-[state=checked]:bg-baize pointer-coarse:after:absolute pointer-coarse:after:-inset-3"
        >
          <Radix.Thumb className="block size-[18px] translate-x-0.5 rounded-full bg-white shadow-[0_1px_2px_#0004] transition-transform duration-120 data-[state=checked]:translate-x-[18px]" />
        </Radix.Root>
      )}
    </div>
  );
}

/** Shows a choice at once and takes it back when the server did not take it. */
function usePreferring() {
  const queries = useQueryClient();
  const key = preferencesQuery.queryKey;
  const change = useMutation({
    mutationFn: ({ type, channel, wanted }: Field) => notifications.prefer({ type, channel, wanted }),
    onMutate: (chosen) => put(chosen, chosen.wanted),
    onError: (_, chosen) => put(chosen, !chosen.wanted),
  });
  const put = (chosen: Field, wanted: boolean) =>
    queries.setQueryData(
      key,
      (known) =>
        known && {
          ...known,
          items: known.items.map((item) =>
            item.type === chosen.type && item.channel === chosen.channel ? { ...item, wanted } : item,
          ),
        },
    );
  return { prefer: change.mutate, error: change.error };
}
