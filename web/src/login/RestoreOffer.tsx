import { useMutation } from "@tanstack/react-query";
import { restoration } from "../api/privacy";
import { ApiError, sentenceOf, type Problem } from "../api/problem";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";

/** The secret that restores the account of somebody who was refused because they deleted it; null for other refusals. */
export function restoreTokenOf(error: unknown): string | null {
  if (!(error instanceof ApiError) || error.code !== "account_deleted") return null;
  return (error.problem as Problem & { restoreToken?: string }).restoreToken ?? null;
}

/** The way back, for somebody who has just proven to be the owner of a deleted account. */
export function RestoreOffer({
  sentence,
  token,
  onRestored,
}: {
  sentence: string;
  token: string;
  onRestored: () => void;
}) {
  const restore = useMutation({ mutationFn: () => restoration.restore(token), onSuccess: onRestored });
  return (
    <Notice
      tone={restore.error ? "error" : "info"}
      action={
        !restore.error && (
          <Button size="dense" busy={restore.isPending} onClick={() => restore.mutate()}>
            Restore my account
          </Button>
        )
      }
    >
      {restore.error ? sentenceOf(restore.error) : sentence}
    </Notice>
  );
}
