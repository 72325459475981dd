/** The shapes of `/api/v1`. Times are ISO-8601 in UTC. */

export type Config = {
  /** Who may make an account. */
  signUp: "open" | "domains" | "invitation" | "closed";
  signUpDomains: string[];
  /** Where else people can log in from. */
  providers: { id: string; name: string }[];
  publicUrl: string;
  hasAdmin: boolean;
  /** Whether mails leave this server; without, they wait in the console's mailbox. */
  mail: { configured: boolean };
};

export type StaffRole = "admin" | "moderator" | "compliance";

export type Me = {
  id: string;
  email: string;
  emailVerified: boolean;
  fullName: string | null;
  displayName: string;
  /** E.164 */
  phone: string | null;
  language: string | null;
  timeZone: string | null;
  profilePictureUrl: string | null;
  role: "user" | "support" | "admin";
  status: "active" | "suspended" | "deleted";
  createdAt: string;
  plan: { slug: string; name: string; maxParticipants: number };
  staffRole: StaffRole | null;
  /** Whether this user may make meetings. */
  mayHost: boolean;
};

export type Page<T> = { items: T[]; nextCursor: string | null };

export type MeetingStatus = "scheduled" | "live" | "ended" | "cancelled";
export type MeetingRole = "host" | "cohost" | "moderator" | "participant";

export type Meeting = {
  id: string;
  /** Printed in three groups: `abcd-efghj-kmnp`. */
  code: string;
  title: string | null;
  description: string | null;
  joinUrl: string;
  isInstant: boolean;
  startsAt: string | null;
  endsAt: string | null;
  maxParticipants: number;
  isLocked: boolean;
  guestsAllowed: boolean;
  recordingAllowed: boolean;
  transcriptionEnabled: boolean;
  status: MeetingStatus;
  host: { id: string; displayName: string };
  myRole: MeetingRole | null;
  participantsNow: number;
  createdAt: string;
  updatedAt: string;
  /** Rises with every change. */
  version: number;
  endedAt: string | null;
};

/** What anyone may know about a meeting before joining. `people` is empty for the uninvited. */
export type MeetingPreview = {
  code: string;
  title: string | null;
  hostName: string;
  startsAt: string | null;
  endsAt: string | null;
  status: MeetingStatus;
  isLocked: boolean;
  participantsNow: number;
  maxParticipants: number;
  guestsAllowed: boolean;
  people: { displayName: string }[];
};

export type MeetingDraft = {
  title?: string;
  description?: string;
  /** Without it the meeting is an instant one. */
  startsAt?: string;
  endsAt?: string;
  maxParticipants?: number;
  guestsAllowed?: boolean;
};

export type MeetingChange = Partial<MeetingDraft> & {
  isLocked?: boolean;
  /** Of the meeting as it was shown: the later of two who change the same field from it is told. */
  version?: number;
};

export type JoinRequest = {
  displayName?: string;
  passcode?: string;
  invite?: string;
  /** After a reload: replaces the former presence of this tab. */
  presenceId?: string;
};

export type Admitted = {
  status: "admitted";
  participantId: string;
  presenceId: string;
  participantToken: string;
  media: { url: string; token: string };
  role: MeetingRole;
  updates: { topic: string; seq: number };
  meeting: Meeting;
};

export type JoinAnswer = Admitted | { status: "waiting" };

export type RosterEntry = {
  participantId: string;
  userId: string | null;
  displayName: string;
  pictureUrl: string | null;
  role: MeetingRole;
  isMuted: boolean;
  isVideoOn: boolean;
  joinedAt: string | null;
  /** When the hand went up; null while it is down. */
  handRaisedAt: string | null;
  presences: string[];
};

export type ChatMessage = {
  id: number;
  participantId: string | null;
  senderName: string;
  text: string;
  type: string;
  createdAt: string;
  clientId: string | null;
};

export type Mail = {
  id: string;
  to: string;
  subject: string;
  createdAt: string;
  status: string;
};

/** A mail with what it says. */
export type Letter = { id: string; to: string; subject: string; text: string; createdAt: string };

export type NotificationChannel = "inapp" | "email" | "push";

export type Notification = {
  id: string;
  /** An open list, such as `meeting_reminder`. */
  type: string;
  title: string;
  text: string;
  /** Of the page it is about. */
  path: string;
  payload: Record<string, unknown>;
  createdAt: string;
  readAt: string | null;
};

export type NotificationSummary = { unread: number; updates: { topic: string; seq: number } };

export type NotificationPreferences = {
  items: { type: string; channel: NotificationChannel; wanted: boolean; fixed: boolean }[];
  /** Whether mails that may be refused are sent. */
  mail: "ok" | "unverified" | "dead";
};

export type PushDevice = { id: string; name: string; createdAt: string; lastPushAt: string | null };
export type PushDevices = { publicKey: string; items: PushDevice[] };

/** The mail server of the settings. */
export interface MailServer {
  isSet: boolean;
  /** Why mails wait; null where they go out. */
  trouble: { cause: string; reply: number | null; sentence: string; waiting: number; since: string } | null;
}
