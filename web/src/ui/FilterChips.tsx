import { cx } from "./cx";

type FilterChipsProps = {
  label: string;
  /** Value and words; the empty value is "any". */
  options: readonly (readonly [value: string, words: string])[];
  value: string;
  onChange: (value: string) => void;
};

/** One of a few values to narrow a list by. */
export function FilterChips({ label, options, value, onChange }: FilterChipsProps) {
  return (
    <div role="group" aria-label={label} className="flex flex-wrap gap-1">
      {options.map(([option, words]) => (
        <button
          key={option}
          type="button"
          aria-pressed={option === value}
          onClick={() => onChange(option)}
          className={cx(
            "h-7 rounded-chip px-2.5 text-small transition-colors duration-120 pointer-coarse:h-10 pointer-coarse:px-3.5",
            option === value
              ? "bg-baize-tint font-firm text-baize-text"
              : "bg-well text-ink-2 hover:text-ink",
          )}
        >
          {words}
        </button>
      ))}
    </div>
  );
}
