import { Volume1, Volume2 } from "lucide-react";
import { useState } from "react";
import { MenuItem } from "../../ui/Menu";

const STEP = 0.2;

/** How loud you hear somebody, from 0 to 1; nobody else is affected. */
export function VolumeItems({ volume, onChange }: { volume: number; onChange: (volume: number) => void }) {
  const [shown, setShown] = useState(volume);
  const change = (by: number) => {
    const next = Math.round(Math.min(1, Math.max(0, shown + by)) * 10) / 10;
    setShown(next);
    onChange(next);
  };
  const percent = `${Math.round(shown * 100)} %`;
  return (
    <>
      <MenuItem
        icon={Volume2}
        keepOpen
        shortcut={percent}
        disabled={shown >= 1}
        onSelect={() => change(STEP)}
      >
        Louder for me
      </MenuItem>
      <MenuItem icon={Volume1} keepOpen disabled={shown <= 0} onSelect={() => change(-STEP)}>
        Quieter for me
      </MenuItem>
    </>
  );
}
