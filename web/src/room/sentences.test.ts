import { describe, expect, it } from "vitest";
import { comings } from "./Announcer";
import { runningTime } from "./TopBar";

describe("comings", () => {
  it("tells who joined and who left in one breath", () => {
    expect(comings(["Ben"], [])).toBe("Ben joined.");
    expect(comings(["Ben", "Fatou"], ["Kenji"])).toBe("Ben and Fatou joined. Kenji left.");
  });
});

describe("runningTime", () => {
  it("shows minutes, then hours", () => {
    expect(runningTime(-5)).toBe("00:00");
    expect(runningTime(1_458_000)).toBe("24:18");
    expect(runningTime(3_858_000)).toBe("1:04:18");
  });
});
