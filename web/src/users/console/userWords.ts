import { roleNames, type UserChange, type UserLine } from "../../api/staff";
import type { Tone } from "../../ui/Badge";

export const statusWords: Record<UserLine["status"], { word: string; tone: Tone }> = {
  active: { word: "Active", tone: "ok" },
  suspended: { word: "Suspended", tone: "live" },
  deleted: { word: "Deleted", tone: "plain" },
};

export const roleWord = (role: string): string =>
  role in roleNames ? roleNames[role as keyof typeof roleNames] : "User";

const plain: Record<string, string> = {
  signed_up: "Signed up",
  suspended: "Suspended",
  restored: "Restored",
  revoked: "All sessions ended",
  resent: "Confirmation mail sent again",
  password_changed: "Password changed",
  password_reset: "Password reset",
  email_changed: "E-mail address changed",
  requested: "Mail asked for",
  exported: "Data downloaded",
  deleted: "Account deleted",
  erased: "Data erased",
  linked: "Account linked",
  unlinked: "Account unlinked",
  created: "Something added",
  searched: "Searched",
};

/** What happened, in words. */
export function changeWords({ action, before, after }: UserChange): string {
  if (action === "role_changed") {
    const from = roleOf(before);
    const to = roleOf(after);
    return to === "none" ? `No longer ${roleWord(from).toLowerCase()}` : `Made ${roleWord(to).toLowerCase()}`;
  }
  if (action === "updated") {
    if (after?.emailVerified === true) return "E-mail address confirmed";
    if (after?.twoFaEnabled === true) return "Second factor turned on";
    if (after?.twoFaEnabled === false) return "Second factor turned off";
    return "Profile changed";
  }
  return plain[action] ?? sentence(action);
}

const roleOf = (values: Record<string, unknown> | null): string => String(values?.staffRole ?? "none");

function sentence(action: string): string {
  const words = action.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "Chromium on Linux" of what a browser says of itself. */
export function deviceWords(userAgent: string): string {
  const browser = /Edg\//.test(userAgent)
    ? "Edge"
    : /OPR\//.test(userAgent)
      ? "Opera"
      : /Firefox\//.test(userAgent)
        ? "Firefox"
        : /Chrome\//.test(userAgent)
          ? "Chrome"
          : /Safari\//.test(userAgent)
            ? "Safari"
            : null;
  const system = /Android/.test(userAgent)
    ? "Android"
    : /iPhone|iPad/.test(userAgent)
      ? "iOS"
      : /Windows/.test(userAgent)
        ? "Windows"
        : /Mac OS X/.test(userAgent)
          ? "macOS"
          : /Linux/.test(userAgent)
            ? "Linux"
            : null;
  if (!browser) return userAgent ? userAgent.slice(0, 60) : "Unknown device";
  return system ? `${browser} on ${system}` : browser;
}
