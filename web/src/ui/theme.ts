import { useLayoutEffect } from "react";

export type Theme = "light" | "dark";

function system(): Theme {
  return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/**
 * Gives the whole page, portals included, one theme while the caller is mounted; afterwards the page
 * follows the system again.
 */
export function useForcedTheme(theme: Theme): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset.forcedTheme = theme;
    dataset.theme = theme;
    return () => {
      delete dataset.forcedTheme;
      dataset.theme = system();
    };
  }, [theme]);
}
