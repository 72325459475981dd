import { leaveWhileClosing, meetings } from "../api/meetings";
import { ApiError, isCode } from "../api/problem";
import type { Admitted, JoinRequest, Meeting, MeetingRole, RosterEntry } from "../api/types";
import { updates, type Update } from "../api/updates";
import type { Outside } from "../rtc/link";
import { MeetingRoom, NotAdmitted, type Admission } from "../rtc/MeetingRoom";
import type { OwnMedia } from "../rtc/OwnMedia";
import { Store } from "../rtc/store";
import { Volumes } from "../rtc/Volumes";
import { Chat } from "./chat/Chat";
import type { ChatMessage } from "./chat/conversation";
import type { Faces } from "./Face";
import { facesWith } from "./faces";
import type { Hand } from "./hands";
import { RaisedHands, type HandNews } from "./RaisedHands";

/** A refusal after which the page asks for something, or waits: not an error. */
export class Refused extends Error {
  readonly code: string;

  constructor(code: string, sentence: string) {
    super(sentence);
    this.code = code;
  }
}

/** How a rejoining page takes a refusal. Anything else is tried again. */
const FINAL: Record<string, Outside> = {
  meeting_ended: "ended",
  meeting_not_found: "ended",
  removed: "removed",
  meeting_full: "full",
  meeting_locked: "refused",
  invalid_invite: "refused",
  wrong_passcode: "refused",
};

/** What an update can change about what a roster tells. */
const OF_THE_ROSTER = ["people.changed", "people.left", "hand.changed"];

/** One stay in a meeting, from Join to Leave, over every reconnect in between. */
export class Visit {
  readonly code: string;
  readonly participantId: string;
  readonly role: MeetingRole;
  readonly media: OwnMedia;
  readonly room: MeetingRoom;
  readonly chat: Chat;
  readonly meeting: Store<Meeting>;
  readonly hands: Store<readonly Hand[]>;
  readonly faces = new Store<Faces>(new Map());
  private readonly raised: RaisedHands;
  private presenceId: string;
  private readonly request: JoinRequest;
  private stopUpdates: () => void = () => undefined;
  private rostersUnderWay = 0;
  private heardMeanwhile: Update[] = [];

  private constructor(code: string, request: JoinRequest, admitted: Admitted, media: OwnMedia) {
    this.code = code;
    this.request = request;
    this.participantId = admitted.participantId;
    this.presenceId = admitted.presenceId;
    this.role = admitted.role;
    this.media = media;
    this.meeting = new Store(admitted.meeting);
    this.chat = new Chat(code);
    this.raised = new RaisedHands(admitted.participantId, (raised) => meetings.hand(code, raised));
    this.hands = this.raised.state;
    this.room = new MeetingRoom(media, () => this.joinAgain(), new Volumes(code));
  }

  /**
   * Joins with the devices as they are. Rejects with ApiError when refused, with another error when media fails.
   *
   * @param onAdmitted shows the Room while the media still connects
   */
  static async join(
    code: string,
    request: JoinRequest,
    media: OwnMedia,
    onAdmitted: (visit: Visit) => void,
  ): Promise<void> {
    const presenceId = rememberedPresence(code);
    const answer = await meetings.join(code, { ...request, ...(presenceId ? { presenceId } : {}) });
    if (answer.status !== "admitted") throw new Refused("waiting", "The host has to let you in.");
    const visit = new Visit(code, request, answer, media);
    const entering = visit.enter(answer);
    onAdmitted(visit);
    await entering;
  }

  get isHost(): boolean {
    return this.role === "host" || this.role === "cohost";
  }

  /** Leaves for good; the seat is free at once. */
  async leave(): Promise<void> {
    const inside = this.room.state.get().link.state !== "outside";
    this.room.leave();
    this.close();
    if (!inside) return;
    await meetings.leave(this.code, this.presenceId).catch(() => undefined);
  }

  /** Ends the meeting for everyone (hosts only). */
  async end(): Promise<void> {
    await meetings.end(this.code);
    this.room.putOutside("ended");
    this.close();
  }

  /** Raises or lowers your own hand. */
  setHand(raised: boolean): Promise<void> {
    return this.raised.setOwn(raised);
  }

  /** Stops listening; the Room has been left already. */
  close(): void {
    this.stopUpdates();
    window.removeEventListener("pagehide", this.sayGoodbye);
  }

  private async enter(admitted: Admitted): Promise<void> {
    rememberPresence(this.code, admitted.presenceId);
    const entering = this.room.join(admitted.media);
    this.follow(admitted.updates);
    void this.chat.catchUp().catch(() => undefined);
    void this.readRoster();
    window.addEventListener("pagehide", this.sayGoodbye);
    try {
      await entering;
    } catch (error) {
      this.close();
      void meetings.leave(this.code, this.presenceId).catch(() => undefined);
      throw error;
    }
  }

  private async joinAgain(): Promise<Admission> {
    try {
      const answer = await meetings.join(this.code, { ...this.request, presenceId: this.presenceId });
      if (answer.status !== "admitted") throw new NotAdmitted("refused");
      this.presenceId = answer.presenceId;
      rememberPresence(this.code, answer.presenceId);
      this.meeting.set(answer.meeting);
      updates().retryNow();
      return answer.media;
    } catch (error) {
      throw finalRefusal(error) ?? error;
    }
  }

  private follow({ topic, seq }: Admitted["updates"]): void {
    let first = true;
    this.stopUpdates = updates().subscribe(topic, seq, {
      onUpdate: (update) => this.hear(update),
      onCaughtUp: () => {
        // The channel resumes without loss; the history is asked once more in case the server itself was restarted.
        if (!first) void this.catchUpAfterBreak();
        first = false;
      },
    });
  }

  private async catchUpAfterBreak(): Promise<void> {
    await this.chat.catchUp().catch(() => undefined);
    await this.chat.sayFailedAgain();
    await this.readRoster();
  }

  /** A roster may be older than what was told while it was on its way, so that is taken once more after it. */
  private async readRoster(): Promise<void> {
    this.rostersUnderWay += 1;
    try {
      const roster = await meetings.people(this.code);
      this.raised.takeAll(roster);
      this.faces.set(facesWith(this.faces.get(), roster));
      for (const update of this.heardMeanwhile) this.take(update);
    } catch {
      // Hands are shown as they become known.
    } finally {
      this.rostersUnderWay -= 1;
      if (this.rostersUnderWay === 0) this.heardMeanwhile = [];
    }
  }

  private hear(update: Update): void {
    if (this.rostersUnderWay > 0 && OF_THE_ROSTER.includes(update.kind)) this.heardMeanwhile.push(update);
    this.take(update);
  }

  private take(update: Update): void {
    switch (update.kind) {
      case "chat.message":
        return this.chat.take([update.data as ChatMessage]);
      case "meeting.changed":
        return this.meeting.set({ ...this.meeting.get(), ...(update.data as Partial<Meeting>) });
      case "meeting.ended":
        return this.shutOut("ended");
      case "you.removed":
        return this.removed(update.data as { participantId?: string } | null);
      case "people.changed":
        return this.faces.set(facesWith(this.faces.get(), [update.data as RosterEntry]));
      case "people.left":
        return this.raised.take({ participantId: (update.data as RosterEntry).participantId });
      case "hand.changed":
        return this.raised.take(update.data as HandNews);
    }
  }

  private removed(data: { participantId?: string } | null): void {
    if (!data?.participantId || data.participantId === this.participantId) this.shutOut("removed");
  }

  private shutOut(why: Outside): void {
    this.room.putOutside(why);
    this.close();
  }

  private readonly sayGoodbye = (): void => leaveWhileClosing(this.code, this.presenceId);
}

function finalRefusal(error: unknown): NotAdmitted | null {
  if (!(error instanceof ApiError)) return null;
  const why = FINAL[error.code];
  return why ? new NotAdmitted(why) : isCode(error, "unauthorized") ? new NotAdmitted("refused") : null;
}

const presenceKey = (code: string) => `parley.presence.${code}`;

/** The presence this tab had before a reload. */
function rememberedPresence(code: string): string | null {
  try {
    return sessionStorage.getItem(presenceKey(code));
  } catch {
    return null;
  }
}

function rememberPresence(code: string, presenceId: string): void {
  try {
    sessionStorage.setItem(presenceKey(code), presenceId);
  } catch {
    // Without it a reload takes a new seat for a moment.
  }
}
