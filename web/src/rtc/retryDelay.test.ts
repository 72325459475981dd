import { describe, expect, it } from "vitest";
import { GIVE_UP_AFTER, retryDelay } from "./retryDelay";

describe("retryDelay", () => {
  it("waits 0.3 to 1 s during the first minute", () => {
    expect(retryDelay(0, 0)).toBe(300);
    expect(retryDelay(30_000, 0.5)).toBe(650);
    expect(retryDelay(GIVE_UP_AFTER - 1, 1)).toBe(1_000);
  });

  it("gives up after a minute", () => {
    expect(retryDelay(GIVE_UP_AFTER, 0)).toBeNull();
  });
});
