import { sentenceOf } from "../api/problem";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";

/** Why something is not shown, and another try: whoever did not confirm that it is them may still do so. */
export function NotShown({ error, again }: { error: Error; again: () => void }) {
  return (
    <Notice
      tone="error"
      action={
        <Button size="dense" onClick={again}>
          Try again
        </Button>
      }
    >
      {sentenceOf(error)}
    </Notice>
  );
}
