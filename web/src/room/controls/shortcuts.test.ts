import { describe, expect, it } from "vitest";
import { deedFor, SHORTCUTS, takesText, type Pressed } from "./shortcuts";

const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  key,
  code: `Key${key.toUpperCase()}`,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  typing: false,
  ...more,
});

describe("deedFor", () => {
  it("knows the letters, whatever the shift key does", () => {
    expect(deedFor(press("m"), "plain")).toBe("microphone");
    expect(deedFor(press("M"), "plain")).toBe("microphone");
    expect(deedFor(press("?", { code: "Slash" }), "plain")).toBe("help");
    expect(deedFor(press("PageDown", { code: "PageDown" }), "plain")).toBe("nextPage");
  });

  it("leaves letters to whoever types, but F6 always moves on", () => {
    expect(deedFor(press("m", { typing: true }), "plain")).toBeNull();
    expect(deedFor(press("F6", { code: "F6", typing: true }), "off")).toBe("region");
  });

  it("leaves the browser's own shortcuts alone", () => {
    expect(deedFor(press("c", { ctrlKey: true }), "plain")).toBeNull();
    expect(deedFor(press("s", { metaKey: true }), "plain")).toBeNull();
  });

  it("can want Alt, which may change the letter, or be off", () => {
    expect(deedFor(press("µ", { code: "KeyM", altKey: true }), "alt")).toBe("microphone");
    expect(deedFor(press("m"), "alt")).toBeNull();
    expect(deedFor(press("m", { altKey: true }), "plain")).toBeNull();
    expect(deedFor(press("m"), "off")).toBeNull();
  });

  it("has no key twice and none for leaving", () => {
    expect(new Set(SHORTCUTS.map((shortcut) => shortcut.key)).size).toBe(SHORTCUTS.length);
    expect(SHORTCUTS.some((shortcut) => /leave/i.test(shortcut.does))).toBe(false);
  });
});

describe("takesText", () => {
  it("is true for what people type into and false for buttons", () => {
    const input = document.createElement("input");
    expect(takesText(input)).toBe(true);
    expect(takesText(document.createElement("textarea"))).toBe(true);
    input.type = "range";
    expect(takesText(input)).toBe(false);
    expect(takesText(document.createElement("button"))).toBe(false);
    expect(takesText(null)).toBe(false);
  });
});
