import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import type { UserCard, UserLine } from "../../api/staff";
import { fakeServer, showPage } from "../../testing/page";
import UsersPage from "./UsersPage";

afterEach(() => vi.unstubAllGlobals());

const jonas: UserLine = {
  id: "0199a0b0-0000-7000-8000-000000000001",
  displayName: "Jonas Lindqvist",
  email: "jonas@lindqvist.example",
  emailVerified: false,
  role: "user",
  status: "active",
  createdAt: "2026-10-14T08:00:00Z",
  lastLoginAt: null,
};
const priya: UserLine = { ...jonas, id: "0199a0b0-0000-7000-8000-000000000002", displayName: "Priya Nair" };
const card = (deeds: UserCard["deeds"], over: Partial<UserLine> = {}): { json: UserCard } => ({
  json: {
    user: { ...jonas, ...over },
    fullName: null,
    facts: { sessions: [], meetings: { hosted: 2, joined: 5, inMeetings: 1 }, history: [] },
    deeds,
  },
});
const list = { json: { items: [jonas, priya], nextCursor: null } };
const at = `/staff/users/${jonas.id}`;

/** The open user is part of the path, which the test's own router does not know. */
vi.mock("react-router", async (original) => ({
  ...(await original<typeof import("react-router")>()),
  useParams: () => ({ id: "0199a0b0-0000-7000-8000-000000000001" }),
}));

test("suspends with a reason, never without", async () => {
  const asked = fakeServer({
    "GET /staff/users": list,
    [`GET /staff/users/${jonas.id}`]: card(["suspend", "grant"]),
    [`PUT /staff/users/${jonas.id}/suspension`]: { status: 204 },
  });
  showPage(<UsersPage />, at);
  await userEvent.click(await screen.findByRole("button", { name: "Suspend" }));
  const dialog = await screen.findByRole("dialog", { name: "Suspend Jonas Lindqvist?" });
  await userEvent.click(within(dialog).getByRole("button", { name: "Suspend" }));
  expect(within(dialog).getByText("A reason is missing.")).toBeVisible();
  expect(asked.some(({ method }) => method === "PUT")).toBe(false);
  await userEvent.type(within(dialog).getByLabelText("Reason"), "Unwanted mail");
  await userEvent.click(within(dialog).getByRole("button", { name: "Suspend" }));
  expect(await screen.findByText("Jonas Lindqvist is suspended.")).toBeVisible();
  expect(asked.find(({ method }) => method === "PUT")?.body).toEqual({ reason: "Unwanted mail" });
});

test("offers what the server allows, and no more", async () => {
  fakeServer({ "GET /staff/users": list, [`GET /staff/users/${jonas.id}`]: card(["resend"]) });
  showPage(<UsersPage />, at);
  expect(await screen.findByText("Every view is recorded")).toBeVisible();
  expect(screen.getByText("2 hosted, 5 joined, in one now")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Suspend" })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "More for Jonas Lindqvist" }));
  expect(screen.getAllByRole("menuitem").map((item) => item.textContent)).toEqual([
    "Send confirmation mail again",
  ]);
});

test("says in the dialog why a role was not changed", async () => {
  const detail = "Nobody changes their own role.";
  fakeServer({
    "GET /staff/users": list,
    [`GET /staff/users/${jonas.id}`]: card(["grant"]),
    [`PUT /staff/users/${jonas.id}/role`]: { status: 409, json: { code: "own_role", detail } },
  });
  showPage(<UsersPage />, at);
  await userEvent.click(await screen.findByRole("button", { name: "More for Jonas Lindqvist" }));
  await userEvent.click(screen.getByRole("menuitem", { name: "Change role" }));
  const dialog = await screen.findByRole("dialog", { name: "Role of Jonas Lindqvist" });
  await userEvent.click(within(dialog).getByLabelText(/^Moderator/));
  await userEvent.click(within(dialog).getByRole("button", { name: "Save role" }));
  expect(await within(dialog).findByText(detail)).toBeVisible();
});

test("j and k walk along the list, / goes to the search", async () => {
  fakeServer({ "GET /staff/users": list, [`GET /staff/users/${jonas.id}`]: card([]) });
  showPage(<UsersPage />, at);
  await screen.findByRole("link", { name: /Priya Nair/ });
  await userEvent.keyboard("j");
  expect(screen.getByRole("link", { name: /Priya Nair/ })).toHaveFocus();
  await userEvent.keyboard("k");
  expect(screen.getByRole("link", { name: /Jonas Lindqvist/ })).toHaveFocus();
  await userEvent.keyboard("/");
  expect(screen.getByRole("searchbox", { name: "Find a user" })).toHaveFocus();
  await userEvent.keyboard("j");
  expect(screen.getByRole("searchbox", { name: "Find a user" })).toHaveValue("j");
});
