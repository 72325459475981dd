import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";

/** In place of a page whose frame could not be asked for. */
export function Unreachable({ sentence, onRetry }: { sentence: string; onRetry: () => void }) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-[480px] content-center gap-4 p-4">
      <Notice tone="error">{sentence}</Notice>
      <Button onClick={onRetry} className="justify-self-start">
        Try again
      </Button>
    </main>
  );
}
