import { Switch as Radix } from "radix-ui";
import { useId, type ReactNode } from "react";

/** A setting that is on or off, with its name and a line that says what it does. */
export function SwitchRow({
  label,
  hint,
  checked,
  onChange,
  disabled,
}: {
  label: string;
  hint?: ReactNode;
  checked: boolean;
  onChange: (on: boolean) => void;
  disabled?: boolean;
}) {
  const id = useId();
  return (
    <div className="flex items-center gap-4 py-3">
      <label htmlFor={id} className="min-w-0 flex-1">
        <span className="block font-medium">{label}</span>
        {hint && (
          <span id={`${id}-hint`} className="block text-tiny text-ink-3">
            {hint}
          </span>
        )}
      </label>
      <Radix.Root
        id={id}
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="relative h-[22px] w-[38px] shrink-0 rounded-full bg-edge transition-colors duration-120 data-[state=checked]:bg-baize disabled:opacity-50 pointer-coarse:after:absolute pointer-coarse:after:-inset-3"
      >
        <Radix.Thumb className="block size-[18px] translate-x-0.5 rounded-full bg-white shadow-[0_1px_2px_#0004] transition-transform duration-120 data-[state=checked]:translate-x-[18px]" />
      </Radix.Root>
    </div>
  );
}
