import { Store } from "../rtc/store";
import { handsIn, lowerHandOf, raiseHand, type Hand } from "./hands";

/** What became of somebody's hand: since when it is up (ISO-8601, UTC), or null while it is down. */
export interface HandNews {
  participantId: string;
  handRaisedAt?: string | null;
}

/** What you did with your own hand while the server has not answered yet. */
interface Wish {
  handRaisedAt: string | null;
  /** The server has spoken about this hand meanwhile, and has the last word. */
  overtaken: boolean;
}

/** The hands that are up in a meeting: as the server told, and over that what you did a moment ago with yours. */
export class RaisedHands {
  readonly state = new Store<readonly Hand[]>([]);
  private readonly own: string;
  private readonly send: (raised: boolean) => Promise<unknown>;
  private told: readonly Hand[] = [];
  private wish: Wish | null = null;

  /** @param send tells the server; its failure takes back your own hand and nothing else */
  constructor(own: string, send: (raised: boolean) => Promise<unknown>) {
    this.own = own;
    this.send = send;
  }

  /** Raises or lowers your own hand; shown at once. */
  async setOwn(raised: boolean): Promise<void> {
    const wish: Wish = { handRaisedAt: raised ? new Date().toISOString() : null, overtaken: false };
    this.wish = wish;
    this.show();
    try {
      await this.send(raised);
      if (!wish.overtaken && this.wish === wish) this.told = this.withWish();
    } catch {
      // Nobody has seen it; below it goes back to what the server told.
    }
    if (this.wish === wish) this.wish = null;
    this.show();
  }

  /** Takes in what the update channel told about one hand. */
  take({ participantId, handRaisedAt }: HandNews): void {
    if (participantId === this.own && this.wish) this.wish.overtaken = true;
    const others = lowerHandOf(this.told, participantId);
    this.told = handRaisedAt ? raiseHand(others, { participantId, raisedAt: handRaisedAt }) : others;
    this.show();
  }

  /** Takes in everybody's hands, as a roster tells them. */
  takeAll(roster: readonly HandNews[]): void {
    this.told = handsIn(roster);
    this.show();
  }

  private show(): void {
    this.state.set(this.withWish());
  }

  private withWish(): readonly Hand[] {
    if (!this.wish) return this.told;
    const { handRaisedAt } = this.wish;
    if (handRaisedAt === null) return lowerHandOf(this.told, this.own);
    return raiseHand(this.told, { participantId: this.own, raisedAt: handRaisedAt });
  }
}
