import { Inbox } from "lucide-react";
import type { NavItem } from "../ui/PageShell";

/** The pages of the console in the order of its navigation, and the permission that opens each. */
export const consolePages: (NavItem & { permission: string })[] = [
  { to: "/staff/mailbox", label: "Mailbox", icon: Inbox, permission: "mailbox_read" },
];
