import { isCode, sentenceOf } from "../api/problem";
import { Notice } from "../ui/Notice";

/** What a row was refused, in its place. */
export function Refused({ error }: { error: unknown }) {
  if (!error) return null;
  return (
    <div className="pb-4">
      <Notice tone={isCode(error, "step_up_cancelled") ? "info" : "error"}>{sentenceOf(error)}</Notice>
    </div>
  );
}
