import { expect, test } from "vitest";
import type { AuditEntry } from "../../api/staff";
import { actionOf, differences, entityOf } from "./entryWords";

const entry: AuditEntry = {
  id: 1,
  actorUserId: null,
  network: null,
  entityType: "user",
  entityId: "u1",
  action: "role_changed",
  before: { staffRole: "none" },
  after: { staffRole: "admin", fields: ["displayName"] },
  createdAt: "2026-11-23T10:00:00Z",
};

test("says what was and what is, field by field", () => {
  expect(differences(entry)).toEqual([
    { field: "staffRole", was: "none", is: "admin" },
    { field: "fields", was: "–", is: '["displayName"]' },
  ]);
  expect(differences({ ...entry, before: null, after: null })).toEqual([]);
});

test("an action nobody gave words to is shown as it is", () => {
  expect(actionOf("role_changed")).toBe("changed role");
  expect(actionOf("something_new")).toBe("something new");
  expect(entityOf("api_key")).toBe("api key");
});
