import { TextField } from "../ui/TextField";

/** What was typed, and whether it is of the app or one of the ten. */
export type Code = { kind: "code" | "recoveryCode"; text: string };

/** As the server takes it. */
export const shownCode = ({ kind, text }: Code) => ({ [kind]: text.trim() });

type CodeFieldProps = {
  code: Code;
  error?: string;
  onChange: (code: Code) => void;
  autoFocus?: boolean;
  /** Whether the user has both kinds. */
  both?: boolean;
};

/** A field for the code of an authenticator app, or for a recovery code. */
export function CodeField({ code, error, onChange, autoFocus, both = true }: CodeFieldProps) {
  const byApp = code.kind === "code";
  return (
    <div className="flex flex-col gap-2">
      <TextField
        key={code.kind}
        label={byApp ? "Code" : "Recovery code"}
        hint={byApp ? "Six digits from your authenticator app." : "One of the ten, such as x7k2m-9pqrt."}
        value={code.text}
        error={error}
        autoFocus={autoFocus}
        inputMode={byApp ? "numeric" : "text"}
        autoComplete={byApp ? "one-time-code" : "off"}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={byApp ? 7 : 20}
        onChange={(event) => onChange({ ...code, text: event.target.value })}
      />
      {both && (
        <button
          type="button"
          onClick={() => onChange({ kind: byApp ? "recoveryCode" : "code", text: "" })}
          className="self-start rounded-chip text-small font-bold text-baize-text underline-offset-3 hover:underline pointer-coarse:min-h-11"
        >
          {byApp ? "Use a recovery code" : "Use the app"}
        </button>
      )}
    </div>
  );
}
