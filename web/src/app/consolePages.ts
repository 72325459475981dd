import { Inbox, MailPlus, ScrollText, SlidersHorizontal, Users } from "lucide-react";
import type { NavItem } from "../ui/PageShell";

/** The pages of the console in the order of its navigation, and the permission that opens each. */
export const consolePages: (NavItem & { permission: string })[] = [
  { to: "/staff/users", label: "Users", icon: Users, permission: "users_view" },
  { to: "/staff/audit", label: "Audit trail", icon: ScrollText, permission: "audit_read" },
  { to: "/staff/mailbox", label: "Mailbox", icon: Inbox, permission: "mailbox_read" },
  { to: "/staff/invitations", label: "Invitations", icon: MailPlus, permission: "people_invite" },
  { to: "/staff/settings", label: "Settings", icon: SlidersHorizontal, permission: "settings_change" },
];
