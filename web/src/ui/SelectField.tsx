import { ChevronDown } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";
import { controlClass, Field } from "./Field";

type SelectFieldProps = Omit<ComponentProps<"select">, "id"> & {
  label: string;
  hint?: ReactNode;
  error?: string;
  hideLabel?: boolean;
  fieldClassName?: string;
};

/** One of several: the browser's own list, which every phone and screen reader knows. */
export function SelectField({
  label,
  hint,
  error,
  hideLabel,
  fieldClassName,
  className,
  children,
  ...rest
}: SelectFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} hideLabel={hideLabel} className={fieldClassName}>
      {(ties) => (
        <span className="relative block">
          <select
            {...rest}
            {...ties}
            className={cx(controlClass, "appearance-none truncate pr-9", className)}
          >
            {children}
          </select>
          <ChevronDown
            className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-ink-3"
            strokeWidth={1.75}
            aria-hidden
          />
        </span>
      )}
    </Field>
  );
}
