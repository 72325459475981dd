import { describe, expect, it } from "vitest";
import { splitLinks } from "./links";

const links = (message: string) => splitLinks(message).flatMap((piece) => piece.href ?? []);

describe("splitLinks", () => {
  it("finds addresses and leaves the sentence around them", () => {
    expect(splitLinks("See https://example.org/a. And you?")).toEqual([
      { text: "See ", href: null },
      { text: "https://example.org/a", href: "https://example.org/a" },
      { text: ". And you?", href: null },
    ]);
  });

  it("keeps brackets that belong to the address", () => {
    expect(links("(https://en.example.org/Table_(furniture))")).toEqual([
      "https://en.example.org/Table_(furniture)",
    ]);
  });

  it("never links anything but http and https", () => {
    expect(links("javascript:alert(1) data:text/html,x ftp://a.b file:///etc/passwd")).toEqual([]);
  });

  it("does not drop or double a character", () => {
    const text = "a https://x.org, https://y.org/?q=1&b=2; (see https://z.org) end";
    expect(
      splitLinks(text)
        .map((piece) => piece.text)
        .join(""),
    ).toBe(text);
  });
});
