import { CircleAlert } from "lucide-react";
import { useId, type ReactNode } from "react";
import { cx } from "./cx";

export const controlClass =
  "w-full h-[42px] max-tablet:h-[46px] rounded-control bg-paper px-[13px] text-[15px] max-tablet:text-[16px] text-ink edged " +
  "placeholder:text-ink-3 transition-shadow duration-120 outline-none " +
  "focus-visible:shadow-[inset_0_0_0_1.5px_var(--focus),0_0_0_3px_color-mix(in_oklch,var(--focus)_28%,transparent)] " +
  "aria-invalid:shadow-[inset_0_0_0_1.5px_var(--live-text)] " +
  "aria-invalid:focus-visible:shadow-[inset_0_0_0_1.5px_var(--live-text),0_0_0_3px_color-mix(in_oklch,var(--live-text)_28%,transparent)] " +
  "disabled:bg-well disabled:text-ink-3";

/** What ties a control to its label, hint and error. */
export type ControlTies = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };

type FieldProps = {
  label: string;
  hint?: ReactNode;
  /** Replaces the hint. */
  error?: string;
  /** Says the label to screen readers only. */
  hideLabel?: boolean;
  className?: string;
  children: (ties: ControlTies) => ReactNode;
};

/** Label above, control, hint or error below. */
export function Field({ label, hint, error, hideLabel, className, children }: FieldProps) {
  const id = useId();
  const told = error ?? hint;
  return (
    <div className={cx("flex min-w-0 flex-col gap-1.5", className)}>
      <label htmlFor={id} className={hideLabel ? "sr-only" : "text-[14px] leading-5 font-firm"}>
        {label}
      </label>
      {children({
        id,
        "aria-describedby": told ? `${id}-told` : undefined,
        "aria-invalid": error ? true : undefined,
      })}
      {told && (
        <div
          id={`${id}-told`}
          className={cx("text-[13px] leading-[18px]", error ? "text-live-text" : "text-ink-3")}
        >
          {error ? <ErrorLine>{error}</ErrorLine> : hint}
        </div>
      )}
    </div>
  );
}

function ErrorLine({ children }: { children: string }) {
  return (
    <span className="flex items-start gap-1.5">
      <CircleAlert className="mt-px size-4 shrink-0" strokeWidth={1.75} aria-hidden />
      {children}
    </span>
  );
}
