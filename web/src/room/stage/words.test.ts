import { describe, expect, it } from "vitest";
import type { Person } from "../../rtc/people";
import { shownName, tileName } from "./words";

const priya: Person = {
  presenceId: "p",
  participantId: "q",
  name: "Priya Nair",
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
};

describe("tileName", () => {
  it("says everything the marks on a tile say", () => {
    expect(tileName(priya, null, false)).toBe("Priya Nair");
    expect(tileName({ ...priya, microphone: "muted", quality: "weak" }, 1, false)).toBe(
      "Priya Nair, muted, hand 1, weak connection",
    );
    expect(tileName({ ...priya, isSelf: true, role: "host", cameraOn: false }, null, false)).toBe(
      "Priya Nair (you), host, camera off",
    );
    expect(tileName({ ...priya, quality: "lost" }, null, true)).toBe("Priya Nair, reconnecting");
  });
});

describe("shownName", () => {
  it("is short on a narrow tile and You on your own", () => {
    expect(shownName(priya, 240)).toBe("Priya Nair");
    expect(shownName(priya, 149)).toBe("Priya");
    expect(shownName({ ...priya, isSelf: true }, 149)).toBe("You");
  });
});
