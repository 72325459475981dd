import { expect, test } from "vitest";
import type { ApiKey } from "../api/keys";
import { expiryOf, rightsOf, timesOf } from "./keyWords";

const key: ApiKey = {
  id: "k1",
  name: "Calendar",
  hint: "parley_…abcd",
  scopes: ["chat:read", "account:read"],
  createdAt: "2026-11-23T10:00:00Z",
  expiresAt: null,
  lastUsedAt: null,
  isExpired: false,
};

test("a key tells in words what it may do and whether it was used", () => {
  expect(rightsOf(key)).toBe("See your account · Read the chat of your meetings");
  expect(timesOf(key)).toBe("Never used, holds until it is revoked");
  expect(timesOf({ ...key, expiresAt: "2026-12-23T10:00:00Z", isExpired: true })).toMatch(
    /expired on .*December/,
  );
});

test("an expiry is that many days away, or none", () => {
  expect(expiryOf(30, Date.parse("2026-11-23T10:00:00Z"))).toBe("2026-12-23T10:00:00.000Z");
  expect(expiryOf(0, 0)).toBeUndefined();
});
