import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { sentenceOf } from "../api/problem";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { Notice } from "../ui/Notice";
import { CLOSEST, moved, placed, wholeOf, zoomed, zoomOf, type Crop } from "./crop";
import { drawn, type OpenPicture } from "./openPicture";

const WINDOW = 288;
const STEP = 12;

/** Choosing the square of a picture that others will see: dragged, zoomed, or moved with the arrow keys. */
export function CropDialog({
  picture,
  onClose,
  onDone,
}: {
  picture: OpenPicture;
  onClose: () => void;
  onDone: (bytes: Blob) => Promise<void>;
}) {
  const [crop, setCrop] = useState<Crop>(() => wholeOf(picture));
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const save = async () => {
    setBusy(true);
    setRefusal(null);
    try {
      await onDone(await drawn(picture, crop));
    } catch (error) {
      setRefusal(sentenceOf(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Your picture"
      description="Drag it to where it should be. Others see what is inside the circle."
      footer={
        <>
          <Button kind="quiet" onClick={onClose} className="max-tablet:flex-1">
            Cancel
          </Button>
          <Button kind="primary" busy={busy} onClick={() => void save()} className="max-tablet:flex-1">
            Use this picture
          </Button>
        </>
      }
    >
      <div className="flex flex-col items-center gap-5">
        <CropWindow picture={picture} crop={crop} onChange={setCrop} />
        <label className="flex w-full max-w-[288px] flex-col gap-1.5 text-[14px] leading-5 font-firm">
          Zoom
          <input
            type="range"
            min={1}
            max={CLOSEST}
            step={0.01}
            value={zoomOf(crop, picture)}
            onChange={(event) => setCrop(zoomed(crop, picture, Number(event.target.value)))}
            className="h-6 w-full accent-baize pointer-coarse:h-11"
          />
        </label>
        {refusal && <Notice tone="error">{refusal}</Notice>}
      </div>
    </Dialog>
  );
}

function CropWindow({
  picture,
  crop,
  onChange,
}: {
  picture: OpenPicture;
  crop: Crop;
  onChange: (crop: Crop) => void;
}) {
  const ref = useRef<HTMLDivElement>(null);
  const last = useRef<{ x: number; y: number } | null>(null);
  const perPixel = crop.side / WINDOW;
  const move = (x: number, y: number) => onChange(moved(crop, picture, x, y));
  const zoom = (by: number) => onChange(zoomed(crop, picture, zoomOf(crop, picture) * by));
  const onWheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    zoom(Math.exp(-event.deltaY / 400));
  });

  // React listens to wheels passively, and the page would scroll along.
  useEffect(() => {
    const area = ref.current;
    const turn = (event: WheelEvent) => onWheel(event);
    area?.addEventListener("wheel", turn, { passive: false });
    return () => area?.removeEventListener("wheel", turn);
  }, []);

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    last.current = { x: event.clientX, y: event.clientY };
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (!last.current) return;
    move((last.current.x - event.clientX) * perPixel, (last.current.y - event.clientY) * perPixel);
    last.current = { x: event.clientX, y: event.clientY };
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = STEP * perPixel;
    const deeds: Record<string, () => void> = {
      ArrowLeft: () => move(-by, 0),
      ArrowRight: () => move(by, 0),
      ArrowUp: () => move(0, -by),
      ArrowDown: () => move(0, by),
      "+": () => zoom(1.1),
      "=": () => zoom(1.1),
      "-": () => zoom(1 / 1.1),
    };
    const deed = deeds[event.key];
    if (!deed) return;
    event.preventDefault();
    deed();
  };

  return (
    <div
      ref={ref}
      role="application"
      aria-label="Part of the picture: arrow keys move it, plus and minus zoom"
      tabIndex={0}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => (last.current = null)}
      onPointerCancel={() => (last.current = null)}
      onKeyDown={onKeyDown}
      className="relative size-[288px] cursor-grab touch-none overflow-hidden rounded-card bg-well select-none active:cursor-grabbing"
    >
      <img
        src={picture.address}
        alt=""
        draggable={false}
        style={placed(crop, picture, WINDOW)}
        className="pointer-events-none absolute max-w-none"
      />
      <div
        aria-hidden
        className="pointer-events-none absolute inset-0 rounded-full shadow-[0_0_0_200px_color-mix(in_oklch,black_55%,transparent),inset_0_0_0_1.5px_white]"
      />
    </div>
  );
}
