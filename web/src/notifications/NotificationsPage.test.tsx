import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider } from "react-router";
import { afterEach, expect, test, vi } from "vitest";
import { told } from "../testing/notifications";
import { fakeServer, showPage } from "../testing/page";
import NotificationsPage from "./NotificationsPage";
import PreferencesPage from "./PreferencesPage";
import UnsubscribePage from "./UnsubscribePage";
import { newer, newsOf } from "./news";

afterEach(() => vi.unstubAllGlobals());

test("nothing told yet is said in a sentence", async () => {
  fakeServer({ "GET /notifications": { json: { items: [], nextCursor: null } } });
  showPage(<NotificationsPage />, "/notifications");
  expect(await screen.findByText(/^Nothing yet\./)).toBeVisible();
  expect(screen.queryByRole("button", { name: "Mark all as read" })).toBeNull();
});

test("an unread one is marked, leads to its thing, and is read by that", async () => {
  const asked = fakeServer({
    "GET /notifications": {
      json: { items: [told(), told({ id: "n2", readAt: "2026-11-24T09:51:00Z" })], nextCursor: null },
    },
    "POST /notifications/n1/read": { status: 204 },
  });
  const { router } = showPage(<NotificationsPage />, "/notifications");
  const [unread, read] = await screen.findAllByRole("listitem");
  expect(within(read!).queryByText("Unread:")).toBeNull();
  await userEvent.click(within(unread!).getByRole("link", { name: /^Unread: ?Design review/ }));
  expect(router.state.location.pathname).toBe("/m/k7dm-qwert-9xhp");
  expect(asked.map(({ path }) => path)).toContain("/notifications/n1/read");
});

test("all read means up to the newest that is shown", async () => {
  const asked = fakeServer({
    "GET /notifications": {
      json: { items: [told({ id: "newest" }), told({ id: "older" })], nextCursor: null },
    },
    "POST /notifications/read": { status: 204 },
  });
  showPage(<NotificationsPage />, "/notifications");
  await userEvent.click(await screen.findByRole("button", { name: "Mark all as read" }));
  expect(asked.find(({ method }) => method === "POST")?.body).toEqual({ upTo: "newest" });
});

test("a choice is shown at once and taken back when the server does not take it", async () => {
  const field = (type: string, channel: string, fixed = false) => ({ type, channel, wanted: true, fixed });
  fakeServer({
    "GET /notifications/preferences": {
      json: {
        items: [field("meeting_changed", "email"), field("security", "email", true)],
        mail: "unverified",
      },
    },
    "GET /notifications/devices": { json: { publicKey: "k", items: [] } },
    "PUT /notifications/preferences": { status: 503, json: { code: "down", detail: "Nothing was changed." } },
  });
  showPage(<PreferencesPage />, "/account/notifications");
  const mail = await screen.findByRole("switch", { name: "Mail: Moved meetings" });
  expect(mail).toBeChecked();
  await userEvent.click(mail);
  expect(await screen.findByText("Nothing was changed.")).toBeVisible();
  expect(mail).toBeChecked();
  expect(screen.queryByRole("switch", { name: "Mail: Security" })).toBeNull();
  expect(screen.getByText("Always")).toBeVisible();
  expect(screen.getByText(/is not confirmed/)).toBeVisible();
});

test("a browser that cannot be notified is told so, and the rest works", async () => {
  fakeServer({
    "GET /notifications/preferences": { json: { items: [], mail: "ok" } },
    "GET /notifications/devices": { json: { publicKey: "k", items: [] } },
  });
  Object.defineProperty(window, "isSecureContext", { value: true, configurable: true });
  showPage(<PreferencesPage />, "/account/notifications");
  expect(await screen.findByRole("switch", { name: /^Notify me on this device/ })).toBeDisabled();
  expect(screen.getByText(/^This browser cannot be notified\./)).toBeVisible();
});

test("opening an unsubscribe link ends nothing; the button does", async () => {
  const asked = fakeServer({
    "GET /unsubscribe": { json: { type: "meeting_changed" } },
    "POST /unsubscribe": { json: { type: "meeting_changed" } },
  });
  const router = createMemoryRouter([{ path: "/unsubscribe", element: <UnsubscribePage /> }], {
    initialEntries: ["/unsubscribe#token=t"],
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  const end = await screen.findByRole("button", { name: "No more mails like this" });
  expect(asked.every(({ method }) => method === "GET")).toBe(true);
  await userEvent.click(end);
  expect(await screen.findByRole("heading", { name: "No more such mails" })).toBeVisible();
});

test("a count that comes late does not replace a newer one", () => {
  const at = (seq: number, unread: number) => ({ unread, updates: { topic: "user:u1", seq } });
  expect(newer(at(7, 2), at(5, 9)).unread).toBe(2);
  expect(newer(at(7, 2), at(8, 3)).unread).toBe(3);
  expect(newer(undefined, at(1, 1)).unread).toBe(1);
});

test("updates about other things are no news", () => {
  const update = { topic: "user:u1", seq: 3, kind: "export.progress", data: { percent: 7 }, at: "" };
  expect(newsOf(update)).toBeNull();
  expect(newsOf({ ...update, kind: "notification.read", data: { unread: 4 } })).toEqual({
    unread: 4,
    seq: 3,
    addedId: null,
  });
});
