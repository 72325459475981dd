import { describe, expect, it } from "vitest";
import { chooseLarge, type Large } from "./large";

const nobody: Large = { presenceId: null, next: null };

describe("chooseLarge", () => {
  it("starts with whoever speaks, else the first of the stage", () => {
    expect(chooseLarge(nobody, ["a", "b"], null, "b", 0).presenceId).toBe("b");
    expect(chooseLarge(nobody, ["a", "b"], null, null, 0).presenceId).toBe("a");
    expect(chooseLarge(nobody, [], null, null, 0).presenceId).toBeNull();
  });

  it("changes only after another has spoken for 1.5 s", () => {
    let large = chooseLarge(nobody, ["a", "b"], null, "a", 0);
    large = chooseLarge(large, ["a", "b"], null, "b", 1_000);
    large = chooseLarge(large, ["a", "b"], null, "b", 2_400);
    expect(large.presenceId).toBe("a");
    expect(chooseLarge(large, ["a", "b"], null, "b", 2_500).presenceId).toBe("b");
  });

  it("starts counting again when the other pauses", () => {
    let large = chooseLarge(nobody, ["a", "b"], null, "a", 0);
    large = chooseLarge(large, ["a", "b"], null, "b", 1_000);
    large = chooseLarge(large, ["a", "b"], null, null, 2_000);
    expect(chooseLarge(large, ["a", "b"], null, "b", 2_600).presenceId).toBe("a");
  });

  it("shows the pinned one, and lets go of one who left", () => {
    const large = chooseLarge(nobody, ["a", "b"], "b", "a", 0);
    expect(large.presenceId).toBe("b");
    expect(chooseLarge(large, ["a"], null, null, 1).presenceId).toBe("a");
  });
});
