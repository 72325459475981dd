import { expect, test } from "vitest";
import type { DataExport } from "../api/privacy";
import { progressOf, sizeWords } from "./privacyWords";

const packing: DataExport = {
  id: "e1",
  status: "packing",
  requestedAt: "2026-11-23T10:00:00Z",
  step: "chat",
  stepsDone: 3,
  stepsAll: 16,
  readyAt: null,
  expiresAt: null,
  sizeBytes: null,
};

test("progress is a sentence that says what is packed", () => {
  expect(progressOf(packing)).toBe("Being packed: your messages (4 of 16).");
  expect(progressOf({ ...packing, step: "something-new" })).toContain("something-new");
  expect(progressOf({ ...packing, status: "waiting", step: null })).toBe(
    "Your archive is about to be packed.",
  );
});

test("sizes are round", () => {
  expect([300, 12_345, 3_400_000, 2_100_000_000].map(sizeWords)).toEqual([
    "1 kB",
    "12 kB",
    "3.4 MB",
    "2.1 GB",
  ]);
});
