import { describe, expect, it } from "vitest";
import { deviceTrouble } from "./deviceTrouble";

function failure(name: string, message = ""): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}

describe("deviceTrouble", () => {
  it.each([
    ["NotAllowedError", "Permission denied", "blocked"],
    ["NotAllowedError", "Permission dismissed", "dismissed"],
    ["NotFoundError", "Requested device not found", "missing"],
    ["OverconstrainedError", "", "missing"],
    ["NotReadableError", "Could not start video source", "busy"],
    ["TypeError", "undefined is not an object", "insecure"],
    ["SomethingElse", "", "unknown"],
  ])("takes %s (%s) for %s", (name, message, expected) => {
    expect(deviceTrouble(failure(name, message))).toBe(expected);
  });

  it("takes anything that is no error for unknown", () => {
    expect(deviceTrouble("x")).toBe("unknown");
  });
});
