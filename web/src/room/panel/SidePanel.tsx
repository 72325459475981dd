import { X } from "lucide-react";
import { Tabs } from "radix-ui";
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";
import { cx } from "../../ui/cx";
import { IconButton } from "../../ui/IconButton";
import type { PanelTab } from "../controls/roomControls";
import type { ScreenClass } from "../stage/screenClass";

type SidePanelProps = {
  tab: PanelTab;
  onTab: (tab: PanelTab) => void;
  onClose: () => void;
  screen: ScreenClass;
  people: number;
  chat: ReactNode;
  peopleList: ReactNode;
};

/** Chat and People: beside the stage, over its edge, or a sheet from below, by the room there is. */
export function SidePanel(props: SidePanelProps) {
  const { tab, screen } = props;
  const ref = useRef<HTMLElement>(null);
  const sheet = useSheet(screen === "phone", props.onClose);
  useEffect(() => {
    ref.current?.querySelector<HTMLElement>("[data-first-field]")?.focus({ preventScroll: true });
  }, [tab]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    props.onClose();
  };
  return (
    <aside
      ref={ref}
      aria-label="Panel"
      data-region="panel"
      onKeyDown={onKeyDown}
      style={sheet.style}
      className={cx(
        "z-5 flex animate-rise flex-col overflow-hidden bg-paper shadow-[inset_0_0_0_1px_oklch(1_0_0/0.05)]",
        place[screen],
      )}
    >
      {screen === "phone" && <Grip {...sheet.grip} full={sheet.full} />}
      <Tabs.Root
        value={tab}
        onValueChange={(value) => props.onTab(value as PanelTab)}
        className="flex min-h-0 flex-1 flex-col"
      >
        <div className="flex items-center border-b border-line px-2 pt-2">
          <Tabs.List aria-label="Panel" className="flex flex-1 gap-0.5">
            <Tab value="chat">Chat</Tab>
            <Tab value="people">
              People{" "}
              <span className="text-[12px] font-medium text-ink-3 tabular-nums">{props.people || ""}</span>
            </Tab>
          </Tabs.List>
          <IconButton
            icon={X}
            label="Close panel"
            size="dense"
            tooltip={false}
            className="mb-1"
            onClick={props.onClose}
          />
        </div>
        <Tabs.Content value="chat" className="flex min-h-0 flex-1 flex-col outline-none" tabIndex={-1}>
          {props.chat}
        </Tabs.Content>
        <Tabs.Content value="people" className="flex min-h-0 flex-1 flex-col outline-none" tabIndex={-1}>
          {props.peopleList}
        </Tabs.Content>
      </Tabs.Root>
    </aside>
  );
}

const place: Record<ScreenClass, string> = {
  desktop: "w-[372px] shrink-0 rounded-[16px]",
  tablet: "absolute top-0 right-3 bottom-1 w-[340px] rounded-[16px] shadow-e3",
  phone: "fixed inset-x-0 bottom-0 rounded-t-dialog pb-[env(safe-area-inset-bottom)] shadow-e3",
  "phone-landscape": "fixed inset-y-0 right-0 w-80 pr-[env(safe-area-inset-right)] shadow-e3",
};

function Tab({ value, children }: { value: PanelTab; children: ReactNode }) {
  return (
    <Tabs.Trigger
      value={value}
      className="relative flex h-10 items-center gap-1.5 px-3 pb-1 text-[14px] font-medium text-ink-2 after:absolute after:inset-x-2.5 after:-bottom-px after:h-0.5 after:rounded-full hover:text-ink focus-visible:outline-offset-[-3px] data-[state=active]:font-bold data-[state=active]:text-ink data-[state=active]:after:bg-ink pointer-coarse:h-11"
    >
      {children}
    </Tabs.Trigger>
  );
}

/** A sheet at half height; dragged up it is full, dragged down it closes. */
function useSheet(active: boolean, onClose: () => void) {
  const [full, setFull] = useState(false);
  const [drag, setDrag] = useState<{ from: number; by: number } | null>(null);
  const settle = (by: number) => {
    setDrag(null);
    if (by < -50) setFull(true);
    else if (by > 50 && full) setFull(false);
    else if (by > 50) onClose();
  };
  const by = drag?.by ?? 0;
  return {
    full,
    style: active
      ? { height: `min(calc(${full ? "100dvh - 24px" : "50dvh"} - ${by}px), 100dvh - 24px)` }
      : undefined,
    grip: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ from: event.clientY, by: 0 });
      },
      onPointerMove: (event: PointerEvent) => drag && setDrag({ ...drag, by: event.clientY - drag.from }),
      onPointerUp: () => drag && settle(drag.by),
      onPointerCancel: () => setDrag(null),
      onPress: () => setFull(!full),
    },
  };
}

type GripProps = ReturnType<typeof useSheet>["grip"] & { full: boolean };

function Grip({ full, onPress, ...pointer }: GripProps) {
  return (
    <button
      type="button"
      aria-label={full ? "Half height" : "Full height"}
      onKeyDown={(event) => event.key === "Enter" && onPress()}
      {...pointer}
      className="grid h-7 shrink-0 touch-none place-items-center"
    >
      <span className="h-1 w-9 rounded-full bg-edge" />
    </button>
  );
}
