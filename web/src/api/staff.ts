import { queryOptions } from "@tanstack/react-query";
import { useOutletContext } from "react-router";
import { request } from "./http";
import type { Me } from "./types";

/** Whoever stands behind the counter. `support` is a role of the user; the others have a row of their own. */
export type ConsoleRole = "admin" | "moderator" | "compliance" | "support";

export const roleNames: Record<ConsoleRole, string> = {
  admin: "Administrator",
  moderator: "Moderator",
  compliance: "Compliance",
  support: "Support",
};

/** What the server says of it; everybody else is told that there is nothing. */
export type Counter = { role: ConsoleRole; permissions: string[] };

/** What every page of the console knows. */
export type Console = Counter & { me: Me };

export const counterQuery = queryOptions({
  queryKey: ["staff", "me"],
  queryFn: ({ signal }) => request<Counter>("GET", "/staff/me", { signal }),
  staleTime: 60_000,
});

/** Who is looking, and what they may do. */
export function useConsole() {
  const console = useOutletContext<Console>();
  return { ...console, may: (permission: string) => console.permissions.includes(permission) };
}

/** The role behind the counter that somebody's own account names, if any. */
export function consoleRoleOf(me: Me): ConsoleRole | null {
  return me.staffRole ?? (me.role === "support" ? "support" : null);
}
