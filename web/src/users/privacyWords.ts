import type { DataExport } from "../api/privacy";

/** What is packed, by the room's name. */
const ROOMS: Record<string, string> = {
  "api-keys": "your API keys",
  audit: "the trail of what you did",
  billing: "plans and payments",
  breakouts: "breakouts",
  chat: "your messages",
  content: "your articles",
  files: "your files",
  kyc: "identity checks",
  login: "log-ins and devices",
  mail: "mails to you",
  meetings: "your meetings",
  notifications: "notifications",
  recordings: "recordings",
  staff: "your role",
  updates: "what your pages were told",
  users: "your profile",
};

/** How far an archive is, in a sentence. */
export function progressOf({ status, step, stepsDone, stepsAll }: DataExport): string {
  if (status === "waiting" || !step) return "Your archive is about to be packed.";
  const what = ROOMS[step] ?? step;
  return `Being packed: ${what} (${stepsDone + 1} of ${stepsAll}).`;
}

/** 12 kB, 3.4 MB */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  const megabytes = bytes / 1_000_000;
  return megabytes < 1000 ? `${megabytes.toFixed(1)} MB` : `${(megabytes / 1000).toFixed(1)} GB`;
}

/** What is typed so that nobody deletes an account by a slip; the server asks for the same words. */
export const DELETE_WORDS = "delete my account";
