import { describe, expect, it } from "vitest";
import type { Person } from "../../rtc/people";
import { planStage, type StageInput } from "./plan";

const person = (presenceId: string, more: Partial<Person> = {}): Person => ({
  presenceId,
  participantId: `of-${presenceId}`,
  name: presenceId,
  role: "participant",
  isSelf: false,
  joinedAt: 0,
  microphone: "on",
  cameraOn: true,
  camera: null,
  screen: null,
  speaking: false,
  loudness: 0,
  quality: "good",
  away: false,
  ...more,
});

const self = person("me", { isSelf: true });
const others = (count: number) => Array.from({ length: count }, (_, index) => person(`p${index}`));

const input = (more: Partial<StageInput>): StageInput => ({
  stage: { width: 1408, height: 756 },
  screen: "desktop",
  others: [],
  self,
  layout: "grid",
  selfView: "tile",
  share: null,
  large: null,
  hands: [],
  page: 0,
  pageSize: 25,
  columns: undefined,
  ...more,
});

const names = (plan: ReturnType<typeof planStage>) => plan.tiles.map((tile) => tile.person.presenceId);

describe("planStage", () => {
  it("shows a lone person at 60 % with the invitation beside", () => {
    const plan = planStage(input({}));
    expect(plan.tiles[0]?.box.width).toBeCloseTo(1408 * 0.6);
    expect(plan.invitation?.left).toBeGreaterThan(plan.tiles[0]!.box.left + plan.tiles[0]!.box.width);
    const phone = planStage(input({ screen: "phone", stage: { width: 374, height: 680 } }));
    expect(phone.invitation?.top).toBeGreaterThanOrEqual(phone.tiles[0]!.box.height);
  });

  it.each([
    ["a phone with its lower half covered", { width: 374, height: 354 }],
    ["a small phone with its lower half covered", { width: 304, height: 216 }],
    ["a phone", { width: 374, height: 680 }],
  ])("keeps the invitation on the stage: %s", (_, stage) => {
    const { invitation, tiles } = planStage(input({ screen: "phone", stage }));
    expect(invitation!.width).toBeGreaterThanOrEqual(260);
    expect(invitation!.height).toBeGreaterThanOrEqual(112);
    expect(invitation!.left + invitation!.width).toBeLessThanOrEqual(stage.width);
    expect(invitation!.top).toBeGreaterThanOrEqual(tiles[0]!.box.height);
    expect(invitation!.top + invitation!.height).toBeLessThanOrEqual(stage.height);
  });

  it("puts you last in the grid", () => {
    expect(names(planStage(input({ others: others(4) })))).toEqual(["p0", "p1", "p2", "p3", "me"]);
  });

  it("makes you small or hides you when you want it, but never when you are alone", () => {
    const small = planStage(input({ others: others(1), selfView: "small" }));
    expect(small.tiles.map((tile) => tile.kind)).toEqual(["tile", "small"]);
    expect(names(planStage(input({ others: others(1), selfView: "hidden" })))).toEqual(["p0"]);
    expect(names(planStage(input({ selfView: "hidden" })))).toEqual(["me"]);
  });

  it("turns pages and keeps the size of the tiles on the last one", () => {
    const first = planStage(input({ others: others(30) }));
    const second = planStage(input({ others: others(30), page: 1 }));
    expect(first.pages).toBe(2);
    expect(first.tiles).toHaveLength(25);
    expect(names(second)).toEqual(["p24", "p25", "p26", "p27", "p28", "p29"]);
    expect(second.tiles[0]?.box.width).toBe(first.tiles[0]?.box.width);
    expect(planStage(input({ others: others(3), page: 5 })).page).toBe(0);
  });

  it("shows one large in the speaker layout and yourself only in the strip", () => {
    const plan = planStage(input({ others: others(3), layout: "speaker", large: "p1" }));
    expect(plan.tiles[0]).toMatchObject({ kind: "large", person: { presenceId: "p1" } });
    expect(names(plan).slice(1)).toEqual(["p0", "p2", "me"]);
  });

  it("puts presenter, speaker, hands, others and you beside a share, in this order", () => {
    const plan = planStage(
      input({ others: others(4), share: { presenceId: "p3", ratio: 16 / 9 }, large: "p1", hands: ["of-p2"] }),
    );
    expect(plan.share).not.toBeNull();
    expect(names(plan)).toEqual(["p3", "p1", "p2", "p0", "me"]);
  });

  it("stacks a share over the others on an upright phone", () => {
    const share = { presenceId: "p0", ratio: 16 / 9 };
    const plan = planStage(
      input({ screen: "phone", stage: { width: 374, height: 680 }, others: others(3), share }),
    );
    expect(plan.share).toMatchObject({ left: 0, top: 0, width: 374 });
    for (const tile of plan.tiles) expect(tile.box.top).toBeGreaterThan(plan.share!.height);
  });

  it("says how many found no place in the strip", () => {
    const plan = planStage(input({ others: others(40), share: { presenceId: "p0", ratio: 16 / 9 } }));
    expect(plan.tiles.length + plan.left).toBe(41);
    for (const tile of plan.tiles) expect(tile.box).not.toEqual(plan.more);
  });

  it("plans nothing on a stage that has no size yet", () => {
    expect(planStage(input({ stage: { width: 0, height: 0 }, others: others(2) })).tiles).toEqual([]);
  });
});
