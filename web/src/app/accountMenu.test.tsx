import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { amara, fakeServer, showPage } from "../testing/page";
import { AccountMenu } from "./AccountMenu";
import { SignedIn } from "./SignedIn";

afterEach(() => vi.unstubAllGlobals());

test.each(["side", "bar"] as const)("the way out stands behind one's picture (%s)", async (place) => {
  const asked = fakeServer({ "DELETE /sessions/current": { status: 503, json: { detail: "Later." } } });
  showPage(<AccountMenu me={amara} detail="Free" place={place} />);
  await userEvent.click(screen.getByRole("button", { name: /^Account of Amara/ }));
  expect(screen.getByRole("menuitem", { name: "Account" })).toBeVisible();
  await userEvent.click(screen.getByRole("menuitem", { name: "Log out" }));
  expect(await screen.findByText("Later.")).toBeVisible();
  expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual(["DELETE /sessions/current"]);
});

test("home says that the address is to be confirmed, and sends the link again", async () => {
  const asked = fakeServer({
    "GET /sessions/current": { json: { user: { ...amara, emailVerified: false } } },
    "GET /users/me": { json: { ...amara, emailVerified: false } },
    "GET /config": { json: { mail: { configured: true } } },
    "POST /users/me/email-verification": { status: 202, json: {} },
  });
  showPage(<SignedIn />, "/home");
  expect(await screen.findByText(/Confirm your e-mail: open the link that was sent to/)).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Send it again" }));
  expect(await screen.findByText(/The link is on its way to amara@okafor.example/)).toBeVisible();
  expect(asked.some(({ path }) => path === "/users/me/email-verification")).toBe(true);
});
