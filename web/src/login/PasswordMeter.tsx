import { cx } from "../ui/cx";
import type { Strength } from "./passwordStrength";

/** Four bars and a sentence: how strong the password is. Stands in for the field's hint. */
export function PasswordMeter({ strength }: { strength: Strength }) {
  return (
    <span className="block pt-0.5">
      <span aria-hidden className="mb-1.5 grid grid-cols-4 gap-1">
        {[1, 2, 3, 4].map((bar) => (
          <span
            key={bar}
            className={cx(
              "h-1 rounded-full transition-colors duration-180",
              bar > strength.bars ? "bg-line" : strength.bars === 1 ? "bg-warn" : "bg-baize",
            )}
          />
        ))}
      </span>
      {strength.words}
    </span>
  );
}
