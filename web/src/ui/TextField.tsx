import { Eye, EyeOff } from "lucide-react";
import { useState, type ComponentProps, type ReactNode } from "react";
import { cx } from "./cx";
import { controlClass, Field } from "./Field";

type TextFieldProps = Omit<ComponentProps<"input">, "id"> & {
  label: string;
  hint?: ReactNode;
  error?: string;
  hideLabel?: boolean;
  fieldClassName?: string;
};

/** One line of text with its label, hint and error. */
export function TextField({
  label,
  hint,
  error,
  hideLabel,
  fieldClassName,
  className,
  ...rest
}: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} hideLabel={hideLabel} className={fieldClassName}>
      {(ties) => <input {...rest} {...ties} className={cx(controlClass, className)} />}
    </Field>
  );
}

/** A password that can be shown and pasted. */
export function PasswordField({ label, hint, error, fieldClassName, className, ...rest }: TextFieldProps) {
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <Field label={label} hint={hint} error={error} className={fieldClassName}>
      {(ties) => (
        <span className="relative block">
          <input
            {...rest}
            {...ties}
            type={shown ? "text" : "password"}
            spellCheck={false}
            autoCapitalize="none"
            className={cx(controlClass, "pr-12", className)}
          />
          <button
            type="button"
            aria-label={shown ? "Hide password" : "Show password"}
            onClick={() => setShown(!shown)}
            className="absolute inset-y-0 right-0 grid w-11 place-items-center rounded-control text-ink-2 hover:text-ink focus-visible:outline-offset-[-3px]"
          >
            <Icon className="size-[18px]" strokeWidth={1.75} aria-hidden />
          </button>
        </span>
      )}
    </Field>
  );
}

type TextAreaFieldProps = Omit<ComponentProps<"textarea">, "id"> & {
  label: string;
  hint?: ReactNode;
  error?: string;
};

/** Several lines of text. */
export function TextAreaField({ label, hint, error, className, ...rest }: TextAreaFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(ties) => (
        <textarea
          rows={3}
          {...rest}
          {...ties}
          className={cx(controlClass, "h-auto max-tablet:h-auto py-2.5", className)}
        />
      )}
    </Field>
  );
}
