import { describe, expect, it } from "vitest";
import { RaisedHands } from "./RaisedHands";

/** Your hands, and a server that answers when the test says so. */
function setUp() {
  const answers: { ok: () => void; fail: () => void }[] = [];
  const hands = new RaisedHands(
    "me",
    () => new Promise<void>((ok, no) => answers.push({ ok, fail: () => no(new Error("cut off")) })),
  );
  const up = () => hands.state.get().map((hand) => hand.participantId);
  return { hands, answers, up };
}

const at = (second: number) => `2026-11-23T10:00:${String(second).padStart(2, "0")}Z`;

describe("RaisedHands", () => {
  it("takes back your own hand when raising it failed, and nothing that came meanwhile", async () => {
    const { hands, answers, up } = setUp();
    hands.take({ participantId: "ben", handRaisedAt: at(1) });
    const raising = hands.setOwn(true);
    expect(up()).toEqual(["ben", "me"]);
    hands.take({ participantId: "ben", handRaisedAt: null });
    hands.take({ participantId: "fatou", handRaisedAt: at(2) });
    answers[0]!.fail();
    await raising;
    expect(up()).toEqual(["fatou"]);
  });

  it("puts your hand back up, in its place, when lowering it failed", async () => {
    const { hands, answers, up } = setUp();
    hands.takeAll([
      { participantId: "fatou", handRaisedAt: at(3) },
      { participantId: "me", handRaisedAt: at(2) },
      { participantId: "ben", handRaisedAt: null },
    ]);
    const lowering = hands.setOwn(false);
    expect(up()).toEqual(["fatou"]);
    answers[0]!.fail();
    await lowering;
    expect(up()).toEqual(["me", "fatou"]);
  });

  it("leaves it down when somebody else lowered it before your own try failed", async () => {
    const { hands, answers, up } = setUp();
    hands.take({ participantId: "me", handRaisedAt: at(1) });
    const lowering = hands.setOwn(false);
    hands.take({ participantId: "me", handRaisedAt: null });
    answers[0]!.fail();
    await lowering;
    expect(up()).toEqual([]);
  });

  it("stays up between the answer and the news of it, then stands where the server says", async () => {
    const { hands, answers, up } = setUp();
    const raising = hands.setOwn(true);
    answers[0]!.ok();
    await raising;
    expect(up()).toEqual(["me"]);
    hands.take({ participantId: "ben", handRaisedAt: "2000-01-01T00:00:01Z" });
    hands.take({ participantId: "me", handRaisedAt: "2000-01-01T00:00:00Z" });
    expect(up()).toEqual(["me", "ben"]);
  });

  it("stays down when it was lowered for you before the answer came", async () => {
    const { hands, answers, up } = setUp();
    const raising = hands.setOwn(true);
    hands.take({ participantId: "me", handRaisedAt: at(1) });
    hands.take({ participantId: "me", handRaisedAt: null });
    answers[0]!.ok();
    await raising;
    expect(up()).toEqual([]);
  });

  it("does what was wanted last", async () => {
    const { hands, answers, up } = setUp();
    const raising = hands.setOwn(true);
    const lowering = hands.setOwn(false);
    answers[0]!.ok();
    await raising;
    expect(up()).toEqual([]);
    answers[1]!.ok();
    await lowering;
    expect(up()).toEqual([]);
  });
});
