import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import type { AuditEntry } from "../../api/staff";
import { fakeServer, showPage } from "../../testing/page";
import AuditPage from "./AuditPage";

afterEach(() => vi.unstubAllGlobals());

const ruth = "0199a0b0-0000-7000-8000-000000000009";
const jonas = "0199a0b0-0000-7000-8000-000000000001";
const entry: AuditEntry = {
  id: 29,
  actorUserId: ruth,
  network: "192.0.2.0/24",
  entityType: "user",
  entityId: jonas,
  action: "suspended",
  before: { status: "active" },
  after: { status: "suspended" },
  createdAt: "2026-11-23T10:00:00Z",
};
const names = {
  json: {
    items: [
      { id: ruth, displayName: "Ruth Bakker" },
      { id: jonas, displayName: "Jonas Lindqvist" },
    ],
    nextCursor: null,
  },
};
const answers = {
  "GET /staff/audit": { json: { items: [entry], nextCursor: null } },
  "GET /staff/users/names": names,
  "GET /staff/audit/29": { json: { entry, address: "192.0.2.77", note: "Unwanted mail" } },
};
const chain = (fault: string | null) => ({
  json: {
    sealedUntil: "2026-11-23T10:00:02Z",
    checked: { checkedAt: "2026-11-23T10:00:05Z", rows: 29, fault },
  },
});
const me = { permissions: ["audit_read", "audit_export"] } as never;

test("says who did what to whom, and the whole of one entry once it is asked for", async () => {
  fakeServer({ ...answers, "GET /staff/audit/chain": chain(null) });
  showPage(<AuditPage />, "/staff/audit", me);
  await userEvent.click(
    await screen.findByRole("button", { name: /Ruth Bakker suspended\s+Jonas Lindqvist/ }, { timeout: 8000 }),
  );
  expect(await screen.findByText("192.0.2.77")).toBeVisible();
  expect(screen.getByText("Unwanted mail")).toBeVisible();
  expect(screen.getByText("Every view is recorded")).toBeVisible();
  expect(screen.getByRole("row", { name: "status active suspended" })).toBeVisible();
  await userEvent.keyboard("{Escape}");
  expect(screen.queryByText("192.0.2.77")).toBeNull();
});

test("a chain that is broken is said to be", async () => {
  fakeServer({ ...answers, "GET /staff/audit/chain": chain("Row 3 was altered.") });
  showPage(<AuditPage />, "/staff/audit", me);
  expect(await screen.findByText("Chain broken")).toBeVisible();
  expect(screen.getByText("Row 3 was altered.")).toBeInTheDocument();
});

test("a fault stays until it is acknowledged", async () => {
  let fault: string | null = "Row 3 was altered.";
  fakeServer({
    ...answers,
    "GET /staff/audit/chain": () => chain(fault),
    "DELETE /staff/audit/chain/fault": () => {
      fault = null;
      return { status: 204 };
    },
  });
  showPage(<AuditPage />, "/staff/audit", me);
  await userEvent.click(await screen.findByRole("button", { name: "Acknowledge" }));
  expect(await screen.findByText(/Chain intact/)).toBeVisible();
  expect(screen.queryByRole("button", { name: "Acknowledge" })).toBeNull();
});
