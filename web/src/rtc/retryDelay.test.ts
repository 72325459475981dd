import { describe, expect, it } from "vitest";
import { GIVE_UP_AFTER, RESUMES_FOR, resumeDelay, retryDelay } from "./retryDelay";

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

describe("resumeDelay", () => {
  it("waits as long as retryDelay, for five seconds", () => {
    expect(resumeDelay(0, 0.5)).toBe(650);
    expect(resumeDelay(RESUMES_FOR - 1, 1)).toBe(1_000);
    expect(resumeDelay(RESUMES_FOR, 0)).toBeNull();
  });
});
