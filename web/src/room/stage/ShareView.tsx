import { Minus, Plus, Maximize } from "lucide-react";
import { useEffect, useRef, useState, type PointerEvent, type RefObject, type WheelEvent } from "react";
import type { Person } from "../../rtc/people";
import { Face } from "../Face";
import { IconButton } from "../../ui/IconButton";
import type { Box } from "./packing";
import { useFlip } from "./useFlip";
import { firstName } from "./words";
import { clampPan, FIT, zoomBy, type View } from "./zoom";

type ShareViewProps = {
  person: Person;
  box: Box;
  still: boolean;
  /** Others who share too; choosing one shows theirs. */
  others: readonly Person[];
  onChoose: (presenceId: string) => void;
  onRatio: (ratio: number) => void;
};

/** A shared screen: whole, never cropped; it can be looked at closely. */
export function ShareView({ person, box, still, others, onChoose, onRatio }: ShareViewProps) {
  const frameRef = useRef<HTMLDivElement>(null);
  const videoRef = useRef<HTMLVideoElement>(null);
  const [view, setView] = useState<View>(FIT);
  useFlip(frameRef, box);
  useAttached(person, videoRef);
  usePinch(frameRef, setView);
  return (
    <div
      ref={frameRef}
      role="listitem"
      aria-label={`Screen of ${person.name}`}
      data-share
      data-participant={person.participantId}
      data-presence={person.presenceId}
      tabIndex={0}
      onKeyDown={(event) => {
        if (event.key === "+" || event.key === "=") setView((before) => zoomBy(before, 1.25));
        else if (event.key === "-") setView((before) => zoomBy(before, 0.8));
        else if (event.key === "0") setView(FIT);
      }}
      {...useDrag(view, setView, box)}
      className="absolute top-0 left-0 touch-none overflow-hidden rounded-card bg-black/40"
      style={{ width: box.width, height: box.height, transform: `translate(${box.left}px, ${box.top}px)` }}
    >
      <video
        ref={videoRef}
        aria-hidden
        autoPlay
        playsInline
        muted
        onResize={({ currentTarget: { videoWidth, videoHeight } }) => {
          if (videoWidth > 0 && videoHeight > 0) onRatio(videoWidth / videoHeight);
        }}
        className="size-full object-contain"
        style={{
          transform: `translate(${view.x}px, ${view.y}px) scale(${view.zoom})`,
          filter: still ? "saturate(.35) brightness(.62)" : undefined,
        }}
      />
      <div className="absolute top-3 left-1/2 flex h-10 max-w-[calc(100%-24px)] -translate-x-1/2 items-center gap-2 rounded-control bg-[oklch(0.16_0.012_168/0.9)] pr-1.5 pl-2.5 text-[13.5px] whitespace-nowrap text-[#f2f6f4] shadow-e2">
        <Face participantId={person.participantId} name={person.name} size={22} />
        <span className="min-w-0 truncate">
          <b className="font-bold">{firstName(person.name)}</b> shares a screen
        </span>
        {others.map((other) => (
          <button
            key={other.presenceId}
            type="button"
            onClick={() => onChoose(other.presenceId)}
            className="h-7 rounded-chip bg-white/12 px-2 font-medium hover:bg-white/20"
          >
            {firstName(other.name)}
          </button>
        ))}
        <ZoomKeys view={view} onView={setView} />
      </div>
    </div>
  );
}

function ZoomKeys({ view, onView }: { view: View; onView: (change: (before: View) => View) => void }) {
  const look = "text-[#f2f6f4]! hover:bg-white/15! max-tablet:hidden";
  return (
    <span className="flex items-center max-tablet:hidden">
      <IconButton
        icon={Minus}
        label="Zoom out"
        size="dense"
        className={look}
        onClick={() => onView((v) => zoomBy(v, 0.8))}
      />
      <IconButton
        icon={Plus}
        label="Zoom in"
        size="dense"
        className={look}
        onClick={() => onView((v) => zoomBy(v, 1.25))}
      />
      {view.zoom > 1 && (
        <IconButton
          icon={Maximize}
          label="Fit"
          size="dense"
          className={look}
          onClick={() => onView(() => FIT)}
        />
      )}
    </span>
  );
}

function useAttached(person: Person, videoRef: RefObject<HTMLVideoElement | null>) {
  const picture = person.screen;
  useEffect(() => {
    const video = videoRef.current;
    if (!video || !picture) return;
    picture.attach(video);
    return () => void picture.detach(video);
  }, [picture, videoRef]);
}

type SetView = (change: (before: View) => View) => void;

/** Ctrl and wheel; a pinch on a touchpad arrives as the same. React's wheel listener cannot keep the page from zooming. */
function usePinch(frameRef: RefObject<HTMLElement | null>, setView: SetView) {
  useEffect(() => {
    const frame = frameRef.current;
    const onWheel = (event: globalThis.WheelEvent | WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      setView((before) => zoomBy(before, Math.exp(-event.deltaY / 200)));
    };
    frame?.addEventListener("wheel", onWheel, { passive: false });
    return () => frame?.removeEventListener("wheel", onWheel);
  }, [frameRef, setView]);
}

/** Dragging pans what is larger than its frame; two fingers zoom. */
function useDrag(view: View, setView: SetView, frame: Box) {
  const fingers = useRef(new Map<number, { x: number; y: number }>());
  const distance = () => {
    const [a, b] = [...fingers.current.values()];
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if ((event.target as Element).closest("button")) return;
      fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
      event.currentTarget.setPointerCapture?.(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const before = fingers.current.get(event.pointerId);
      if (!before) return;
      const apart = distance();
      fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
      if (fingers.current.size === 2 && apart > 0) setView((old) => zoomBy(old, distance() / apart));
      else if (view.zoom > 1) {
        const by = { x: event.clientX - before.x, y: event.clientY - before.y };
        setView((old) => clampPan({ ...old, x: old.x + by.x, y: old.y + by.y }, frame));
      }
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => void fingers.current.delete(event.pointerId),
    onPointerCancel: (event: PointerEvent<HTMLElement>) => void fingers.current.delete(event.pointerId),
    onDoubleClick: () => setView((old) => (old.zoom > 1 ? FIT : zoomBy(old, 2))),
  };
}
