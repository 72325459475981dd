import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { aMeeting, fakeServer, showPage } from "../../testing/page";
import HomePage from "./HomePage";

afterEach(() => vi.unstubAllGlobals());

const list = (...items: unknown[]) => ({ json: { items, nextCursor: null } });
const later = { startsAt: "2099-05-04T08:00:00Z", endsAt: "2099-05-04T09:00:00Z" };

test("without meetings shows an empty table and starts one", async () => {
  fakeServer({
    "GET /meetings": list(),
    "POST /meetings": { status: 201, json: aMeeting({ isInstant: true }) },
  });
  const { router } = showPage(<HomePage />, "/home");
  await userEvent.click(await screen.findByRole("button", { name: "Start now" }));
  expect(await screen.findByText("elsewhere")).toBeVisible();
  expect(router.state.location.pathname).toBe("/m/k7dm-qwert-9xhp");
});

test("says so when a meeting cannot be started", async () => {
  const detail = "Your account is suspended.";
  fakeServer({
    "GET /meetings": list(),
    "POST /meetings": { status: 403, json: { code: "suspended", detail } },
  });
  showPage(<HomePage />, "/home");
  await userEvent.click(await screen.findByRole("button", { name: "New meeting" }));
  expect(await screen.findByText(detail)).toBeVisible();
});

test("schedules what the form says", async () => {
  const asked = fakeServer({
    "GET /meetings": list(),
    "POST /meetings": { status: 201, json: aMeeting(later) },
  });
  showPage(<HomePage />, "/home");
  await userEvent.click(screen.getByRole("button", { name: "Schedule" }));
  const dialog = await screen.findByRole("dialog", { name: "Schedule a meeting" });
  await userEvent.type(within(dialog).getByLabelText("Title"), "Façade");
  await userEvent.clear(within(dialog).getByLabelText("Seats"));
  await userEvent.type(within(dialog).getByLabelText("Seats"), "6");
  await userEvent.click(within(dialog).getByRole("button", { name: "Schedule meeting" }));
  expect(await screen.findByText(/^Scheduled for/)).toBeVisible();
  const sent = asked.find(({ method }) => method === "POST")?.body as Record<string, string>;
  expect(sent).toMatchObject({ title: "Façade", maxParticipants: 6 });
  expect(Date.parse(sent.endsAt!) - Date.parse(sent.startsAt!)).toBe(3_600_000);
});

test("more seats than the plan has are refused in place", async () => {
  const asked = fakeServer({ "GET /meetings": list() });
  showPage(<HomePage />, "/home?schedule=new");
  const seats = await screen.findByLabelText("Seats");
  await userEvent.clear(seats);
  await userEvent.type(seats, "101");
  await userEvent.click(screen.getByRole("button", { name: "Schedule meeting" }));
  expect(screen.getByText("From 2 to 100 people.")).toBeVisible();
  expect(seats).toHaveFocus();
  expect(asked.some(({ method }) => method === "POST")).toBe(false);
});

test("changes only what was changed", async () => {
  const meeting = aMeeting(later);
  const asked = fakeServer({
    "GET /meetings": list(meeting),
    "PATCH /meetings/k7dm-qwert-9xhp": { json: meeting },
  });
  showPage(<HomePage />, "/home?edit=k7dm-qwert-9xhp");
  const title = await screen.findByLabelText("Title");
  await userEvent.clear(title);
  await userEvent.type(title, "Roof");
  await userEvent.click(screen.getByRole("button", { name: "Save changes" }));
  expect(await screen.findByText("The meeting is changed.")).toBeVisible();
  expect(asked.find(({ method }) => method === "PATCH")?.body).toEqual({
    title: "Roof",
    version: meeting.version,
  });
});

test("cancels after asking by name", async () => {
  const asked = fakeServer({
    "GET /meetings": list(aMeeting(later)),
    "DELETE /meetings/k7dm-qwert-9xhp": { status: 204 },
  });
  showPage(<HomePage />, "/home");
  await userEvent.click(await screen.findByRole("button", { name: "More for Design review" }));
  await userEvent.click(screen.getByRole("menuitem", { name: "Cancel meeting" }));
  const dialog = await screen.findByRole("dialog", { name: "Cancel “Design review”?" });
  expect(within(dialog).getByRole("button", { name: "Keep it" })).toHaveFocus();
  await userEvent.click(within(dialog).getByRole("button", { name: "Cancel meeting" }));
  expect(await screen.findByText("“Design review” is cancelled.")).toBeVisible();
  expect(asked.some(({ method }) => method === "DELETE")).toBe(true);
});

test("a guest of a meeting cannot change it", async () => {
  fakeServer({ "GET /meetings": list(aMeeting({ ...later, myRole: "participant" })) });
  showPage(<HomePage />, "/home");
  await userEvent.click(await screen.findByRole("button", { name: "More for Design review" }));
  expect(screen.getByRole("menuitem", { name: "Copy link" })).toBeVisible();
  expect(screen.queryByRole("menuitem", { name: "Edit" })).toBeNull();
});

test("goes to a meeting by its code, and says when it is none", async () => {
  fakeServer({ "GET /meetings": list() });
  const { router } = showPage(<HomePage />, "/home");
  const field = screen.getByLabelText("Join with a code");
  await userEvent.type(field, "nonsense{Enter}");
  expect(screen.getByText(/not a meeting code/)).toBeVisible();
  await userEvent.clear(field);
  await userEvent.type(field, "K7DM QWERT 9XHP{Enter}");
  expect(router.state.location.pathname).toBe("/m/k7dm-qwert-9xhp");
});

test("closing a dialog gives the focus back to what opened it", async () => {
  fakeServer({ "GET /meetings": list(aMeeting(later)) });
  showPage(<HomePage />, "/home");
  await userEvent.click(screen.getByRole("button", { name: "Schedule" }));
  await screen.findByRole("dialog");
  await userEvent.keyboard("{Escape}");
  await waitFor(() => expect(screen.getByRole("button", { name: "Schedule" })).toHaveFocus());

  await userEvent.click(screen.getByRole("button", { name: "More for Design review" }));
  await userEvent.click(screen.getByRole("menuitem", { name: "Cancel meeting" }));
  await userEvent.click(await screen.findByRole("button", { name: "Keep it" }));
  await waitFor(() => expect(screen.getByRole("button", { name: "More for Design review" })).toHaveFocus());
});
