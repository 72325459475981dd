import { useState, type FormEvent } from "react";
import { ApiError, sentenceOf } from "../api/problem";

type Faults<F extends string> = Partial<Record<F, string>>;

type AccountForm<F extends string> = {
  values: Record<F, string>;
  /** What is wrong with each field, as far as it should be said now. */
  faults: Faults<F>;
  /** What is wrong with the whole, from the server. */
  refusal: string | null;
  /** The refusal itself, for its code. */
  error: unknown;
  busy: boolean;
  bind: (field: F) => {
    name: F;
    value: string;
    error: string | undefined;
    onChange: (event: { target: { value: string } }) => void;
    onBlur: () => void;
  };
  submit: (event: FormEvent<HTMLFormElement>) => void;
};

/**
 * A form that checks a field when it is left, all of them when it is sent, and puts the server's faults next to their
 * fields. The first wrong field takes the focus.
 */
export function useAccountForm<F extends string>(
  initial: Record<F, string>,
  check: (field: F, value: string) => string | undefined,
  send: (values: Record<F, string>) => Promise<void>,
): AccountForm<F> {
  const fields = Object.keys(initial) as F[];
  const [values, setValues] = useState(initial);
  const [faults, setFaults] = useState<Faults<F>>({});
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  const tell = (field: F, fault: string | undefined) =>
    setFaults((before) => ({ ...before, [field]: fault }));

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const found = Object.fromEntries(
      fields.map((field) => [field, check(field, values[field])]),
    ) as Faults<F>;
    setFaults(found);
    if (busy || focusFirst(form, fields, found)) return;
    setBusy(true);
    setError(null);
    send(values)
      .catch((thrown: unknown) => {
        const told = serverFaults(fields, thrown);
        setFaults(told);
        if (!focusFirst(form, fields, told)) setError(thrown);
      })
      .finally(() => setBusy(false));
  };

  return {
    values,
    faults,
    refusal: error === null ? null : sentenceOf(error),
    error,
    busy,
    bind: (field) => ({
      name: field,
      value: values[field],
      error: faults[field],
      onChange: (event) => {
        setValues((before) => ({ ...before, [field]: event.target.value }));
        if (faults[field]) tell(field, undefined);
      },
      onBlur: () => values[field] && tell(field, check(field, values[field])),
    }),
    submit,
  };
}

/** Refusals that are about one field, though they name none. */
const about: Record<string, string> = { email_taken: "email", weak_password: "password" };

function serverFaults<F extends string>(fields: F[], error: unknown): Faults<F> {
  if (!(error instanceof ApiError)) return {};
  const told = (field: F) => error.of(field) ?? (about[error.code] === field ? error.message : undefined);
  return Object.fromEntries(fields.map((field) => [field, told(field)])) as Faults<F>;
}

function focusFirst<F extends string>(form: HTMLFormElement, fields: F[], faults: Faults<F>): boolean {
  const wrong = fields.find((field) => faults[field]);
  if (!wrong) return false;
  const control = form.elements.namedItem(wrong);
  if (control instanceof HTMLElement) control.focus();
  return true;
}
