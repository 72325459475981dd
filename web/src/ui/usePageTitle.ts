import { useEffect } from "react";

/** Names the browser's tab: "Sign up · Parley". */
export function usePageTitle(title?: string): void {
  useEffect(() => {
    document.title = title ? `${title} · Parley` : "Parley";
  }, [title]);
}
