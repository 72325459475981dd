import { Volume2 } from "lucide-react";
import { useState } from "react";

/** How loud you hear somebody; nobody else is affected. From 0 to 1. */
export function VolumeRow({
  name,
  volume,
  onChange,
}: {
  name: string;
  volume: number;
  onChange: (volume: number) => void;
}) {
  const [shown, setShown] = useState(volume);
  return (
    <label className="flex min-h-9 items-center gap-2.5 px-2.5 py-1.5">
      <Volume2 className="size-4 shrink-0" strokeWidth={1.75} aria-hidden />
      <span className="sr-only">Volume of {name}, for you</span>
      <input
        type="range"
        min={0}
        max={100}
        step={5}
        value={Math.round(shown * 100)}
        onChange={(event) => {
          const next = event.target.valueAsNumber / 100;
          setShown(next);
          onChange(next);
        }}
        onKeyDown={(event) => event.stopPropagation()}
        className="h-5 min-w-0 flex-1 accent-baize"
      />
      <span className="w-10 text-right text-tiny text-ink-3 tabular-nums">{Math.round(shown * 100)} %</span>
    </label>
  );
}
