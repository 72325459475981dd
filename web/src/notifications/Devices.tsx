import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { BellRing, MonitorSmartphone, Trash2 } from "lucide-react";
import { useState } from "react";
import { pushDevices } from "../api/notifications";
import { sentenceOf } from "../api/problem";
import type { PushDevice } from "../api/types";
import { Badge } from "../ui/Badge";
import { Button } from "../ui/Button";
import { IconButton } from "../ui/IconButton";
import { Notice } from "../ui/Notice";
import { SwitchRow } from "../ui/Switch";
import { useToast } from "../ui/Toasts";
import { exactTime } from "../ui/words";
import { ownDevice, PushRefused, pushState, turnOff, turnOn, type PushState } from "./push";
import { devicesQuery } from "./queries";

/** Being notified while no page of Parley is open: on this device, and on which others. */
export function Devices({ userId }: { userId: string }) {
  const queries = useQueryClient();
  const { data, error } = useQuery(devicesQuery);
  const [state, setState] = useState(() => pushState(userId));
  const own = ownDevice(userId);
  const after = () => {
    setState(pushState(userId));
    void queries.invalidateQueries({ queryKey: devicesQuery.queryKey });
  };
  const toggle = useMutation({
    mutationFn: (on: boolean) => (on ? turnOn(userId) : turnOff(userId)),
    onSettled: after,
  });
  const remove = useMutation({ mutationFn: pushDevices.forget, onSettled: after });
  const refusal = toggle.error ?? remove.error ?? error;
  const on = state === "on" && (!data || data.items.some((device) => device.id === own));
  const can = state === "on" || state === "off";
  return (
    <div className="rounded-card bg-paper px-4 py-1 shadow-e1 tablet:px-6">
      <SwitchRow
        label="Notify me on this device"
        hint={hints[state]}
        checked={on}
        disabled={!can || toggle.isPending}
        onChange={(wanted) => toggle.mutate(wanted)}
      />
      {toggle.isPending && (
        <p role="status" className="pb-3 text-small text-ink-3">
          {toggle.variables ? "Asking the browser. It may want your answer." : "Being turned off."}
        </p>
      )}
      {refusal && (
        <div className="pb-3">
          <Notice tone="error">
            {refusal instanceof PushRefused ? refusal.message : sentenceOf(refusal)}
          </Notice>
        </div>
      )}
      {on && own && <TestButton id={own} />}
      {data && data.items.length > 0 && (
        <ul className="divide-y divide-line border-t border-line">
          {data.items.map((device) => (
            <DeviceRow
              key={device.id}
              device={device}
              isThis={device.id === own}
              onRemove={() => (device.id === own ? toggle.mutate(false) : remove.mutate(device.id))}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

const hints: Record<PushState, string> = {
  on: "Also while no page of Parley is open. Logging out ends it.",
  off: "Also while no page of Parley is open. The browser asks you first.",
  blocked:
    "Your browser blocks notifications from this address. Click the sign left of the address, allow notifications, and reload.",
  insecure: "Browsers notify from safe addresses only. Open Parley by HTTPS.",
  "home-screen": "On iPhone and iPad, add Parley to the home screen first, and open it from there.",
  missing: "This browser cannot be notified. Mails and the bell work all the same.",
};

function TestButton({ id }: { id: string }) {
  const toast = useToast();
  const test = useMutation({
    mutationFn: () => pushDevices.test(id),
    onSuccess: () => toast({ text: "A test notification is on its way.", tone: "info" }),
  });
  return (
    <div className="flex flex-col items-start gap-3 pb-4">
      <Button size="dense" icon={BellRing} busy={test.isPending} onClick={() => test.mutate()}>
        Send a test
      </Button>
      {test.error && <Notice tone="error">{sentenceOf(test.error)}</Notice>}
    </div>
  );
}

function DeviceRow({
  device,
  isThis,
  onRemove,
}: {
  device: PushDevice;
  isThis: boolean;
  onRemove: () => void;
}) {
  return (
    <li className="flex items-center gap-3.5 py-3">
      <span
        aria-hidden
        className="grid size-10 shrink-0 place-items-center rounded-control bg-well text-ink-2"
      >
        <MonitorSmartphone className="size-5" strokeWidth={1.75} />
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-2 font-medium">
          {device.name} {isThis && <Badge tone="lamp">This device</Badge>}
        </div>
        <div className="text-small text-ink-3">
          {device.lastPushAt
            ? `Last notified ${exactTime(device.lastPushAt)}`
            : `Since ${exactTime(device.createdAt)}`}
        </div>
      </div>
      <IconButton icon={Trash2} label={`Stop notifying ${device.name}`} size="dense" onClick={onRemove} />
    </li>
  );
}
