import { describe, expect, it } from "vitest";
import { moveSentence, troubleNote } from "./troubleWords";

describe("troubleNote", () => {
  it("says nothing when nothing is wrong", () => {
    expect(troubleNote(null, null)).toBeNull();
  });

  it("names what is blocked and how to unblock it", () => {
    expect(troubleNote(null, "blocked")).toEqual({
      text: "Your browser blocks the camera for this page. Click the camera sign in the address bar and allow it. You can join without.",
      retry: [],
    });
    expect(troubleNote("blocked", "blocked")?.text).toContain("the microphone and the camera");
  });

  it("tells somebody without devices that they will listen", () => {
    expect(troubleNote("missing", "missing")?.text).toBe(
      "No microphone and no camera were found. You can join. You will listen.",
    );
    expect(troubleNote("blocked", "missing")?.text).toMatch(
      /microphone.*No camera was found.*You will listen\./,
    );
  });

  it("offers another try only where it can help", () => {
    expect(troubleNote("busy", null)?.retry).toEqual(["microphone"]);
    expect(troubleNote("busy", "busy")?.retry).toEqual(["microphone", "camera"]);
    expect(troubleNote(null, "missing")?.retry).toEqual([]);
  });

  it("explains a page that is not secure once", () => {
    expect(troubleNote("insecure", "insecure")?.text).toContain("HTTPS");
  });
});

describe("what is said where another device took over", () => {
  it.each([
    [{ kind: "camera", from: "Desk", to: "Lid" }, "“Desk” is gone. Your camera is “Lid” now."],
    [
      { kind: "microphone", from: null, to: "Built-in" },
      "The microphone you chose is not connected. Your microphone is “Built-in” now.",
    ],
    [
      { kind: "speaker", from: "Headphones", to: null },
      "“Headphones” is gone. You hear through your system's speaker now.",
    ],
  ] as const)("%o", (move, sentence) => expect(moveSentence(move)).toBe(sentence));

  it("speaks of joining only before it", () => {
    expect(troubleNote(null, "unplugged")?.text).toBe(
      "Your camera is gone and there is no other. Plug one in and try again. You can join without.",
    );
    expect(troubleNote(null, "unplugged", "inside")?.text).toBe(
      "Your camera is gone and there is no other. Plug one in and try again.",
    );
    expect(troubleNote("missing", "missing", "inside")?.text).toBe("No microphone and no camera were found.");
  });
});
