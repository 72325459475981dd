import { useRouteError } from "react-router";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { PublicFrame } from "../ui/PublicFrame";
import { usePageTitle } from "../ui/usePageTitle";

/** Shown when a page could not be fetched or drawn. */
export function BrokenPage() {
  const error = useRouteError();
  usePageTitle("This page did not open");
  return (
    <PublicFrame>
      <div className="mx-auto grid w-full max-w-[480px] flex-1 content-center justify-items-start gap-4 p-4">
        <h1 className="text-h1">This page did not open</h1>
        <Notice tone="error">
          It could not be loaded, perhaps because the server was just updated. Your meetings are not touched.
        </Notice>
        <Button kind="primary" onClick={() => location.reload()}>
          Reload
        </Button>
        <details className="text-small text-ink-3">
          <summary className="cursor-pointer">Details</summary>
          <code className="font-mono">{String(error)}</code>
        </details>
      </div>
    </PublicFrame>
  );
}
