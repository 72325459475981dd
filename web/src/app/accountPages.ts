import { BellRing, HatGlasses, KeyRound, ShieldCheck, UserRound } from "lucide-react";
import type { NavItem } from "../ui/PageShell";

/** The pages below `/account`, in the order in which they stand in the navigation. */
export const accountPages: NavItem[] = [
  { to: "/account", label: "Profile", icon: UserRound, end: true },
  { to: "/account/security", label: "Security", icon: ShieldCheck },
  { to: "/account/notifications", label: "Notification settings", icon: BellRing },
  { to: "/account/privacy", label: "Privacy", icon: HatGlasses },
  { to: "/account/api-keys", label: "API keys", icon: KeyRound },
];
