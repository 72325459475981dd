import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { fakeServer, showPage } from "../testing/page";
import ForgotPage from "./ForgotPage";
import LoginPage from "./LoginPage";
import ResetPage from "./ResetPage";
import { SessionsCard } from "./SessionsCard";
import SignupPage from "./SignupPage";

afterEach(() => vi.unstubAllGlobals());

const config = {
  signUp: "open",
  signUpDomains: [],
  providers: [],
  hasAdmin: true,
  mail: { configured: true },
  publicUrl: "",
};

test("whoever forgot the password is told the same whatever the address", async () => {
  const asked = fakeServer({ "POST /password-resets": { status: 202, json: {} } });
  showPage(<ForgotPage />, "/forgot");
  await userEvent.type(screen.getByLabelText("E-mail"), " amara@okafor.example ");
  await userEvent.click(screen.getByRole("button", { name: "Send the link" }));
  expect(await screen.findByRole("heading", { name: "Look in your mail" })).toBeVisible();
  expect(asked.findLast(({ method }) => method === "POST")?.body).toEqual({ email: "amara@okafor.example" });
});

test("the address typed at log-in is there when the password is forgotten", async () => {
  fakeServer({ "GET /config": { json: config } });
  const { router } = showPage(<LoginPage />, "/login");
  await userEvent.type(screen.getByLabelText("E-mail"), "amara@okafor.example");
  await userEvent.click(screen.getByRole("link", { name: "Forgot your password?" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/forgot"));
  const { pathname, state } = router.state.location;
  cleanup();
  showPage(<ForgotPage />, pathname, undefined, state);
  expect(screen.getByLabelText("E-mail")).toHaveValue("amara@okafor.example");
});

test("a link that has done its work leads to a new one", async () => {
  fakeServer({
    "GET /password-reset": { status: 410, json: { status: 410, code: "reset_link_used", detail: "Over." } },
  });
  showPage(<ResetPage />, "/reset#token=t");
  expect(await screen.findByText("Over.")).toBeVisible();
  expect(screen.getByRole("link", { name: "Ask for a new link" })).toHaveAttribute("href", "/forgot");
});

test("a new password leads to log-in", async () => {
  const asked = fakeServer({
    "GET /password-reset": { json: { email: "amara@okafor.example" } },
    "POST /password-reset": { status: 204 },
  });
  showPage(<ResetPage />, "/reset#token=t");
  await userEvent.type(screen.getByLabelText("New password"), "four at a table");
  await userEvent.click(screen.getByRole("button", { name: "Change my password" }));
  expect(await screen.findByRole("heading", { name: "Your password is changed" })).toBeVisible();
  expect(asked.at(-1)?.body).toEqual({ token: "t", password: "four at a table" });
});

test("where an account is by invitation the page says so, and an invitation opens it", async () => {
  fakeServer({
    "GET /config": { json: { ...config, signUp: "invitation" } },
    "GET /invitation": { json: { email: "amara@okafor.example" } },
  });
  showPage(<SignupPage />, "/signup");
  expect(await screen.findByText(/by invitation/)).toBeVisible();
  expect(screen.queryByLabelText("Password")).toBeNull();
});

test("an invitation brings its address, which stays", async () => {
  fakeServer({
    "GET /config": { json: { ...config, signUp: "invitation" } },
    "GET /invitation": { json: { email: "amara@okafor.example" } },
  });
  showPage(<SignupPage />, "/signup?invitation=t");
  await waitFor(() => expect(screen.getByLabelText("E-mail")).toHaveValue("amara@okafor.example"));
  expect(screen.getByLabelText("E-mail")).toHaveAttribute("readonly");
});

test("whoever must confirm first is told to look in the mail", async () => {
  fakeServer({
    "GET /config": { json: { ...config, signUp: "domains", signUpDomains: ["okafor.example"] } },
    "POST /users": { status: 202, json: { status: "confirm_email" } },
  });
  showPage(<SignupPage />, "/signup");
  expect(await screen.findByText(/addresses at okafor.example/)).toBeVisible();
  await userEvent.type(screen.getByLabelText("Name"), "Amara");
  await userEvent.type(screen.getByLabelText("E-mail"), "amara@okafor.example");
  await userEvent.type(screen.getByLabelText("Password"), "four at a table");
  await userEvent.click(screen.getByRole("button", { name: "Sign up" }));
  expect(await screen.findByRole("heading", { name: "Look in your mail" })).toBeVisible();
});

test("a button for each provider", async () => {
  fakeServer({
    "GET /config": { json: { ...config, providers: [{ id: "work", name: "Example account" }] } },
  });
  showPage(<SignupPage />, "/signup");
  expect(await screen.findByRole("button", { name: "Continue with Example account" })).toBeVisible();
});

const session = {
  id: "s1",
  device: "Chrome on macOS",
  handheld: false,
  place: "84.208.16.x",
  address: "84.208.16.77",
  createdAt: "2026-11-23T08:00:00Z",
  lastUsedAt: "2026-11-23T08:00:00Z",
  current: true,
};

test("this session cannot be ended from the list, others can", async () => {
  const items = [
    session,
    { ...session, id: "s2", device: "Safari on iPhone", handheld: true, current: false },
  ];
  const asked = fakeServer({
    "GET /sessions": { json: { items } },
    "DELETE /sessions/s2": { status: 204 },
    "DELETE /sessions": { status: 204 },
  });
  showPage(<SessionsCard />, "/account/security");
  expect(await screen.findByText("This device")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Log out Chrome on macOS" })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Log out Safari on iPhone" }));
  await waitFor(() => expect(asked.some(({ path }) => path === "/sessions/s2")).toBe(true));
  await userEvent.click(screen.getByRole("button", { name: "Log out everywhere else" }));
  const all = screen.getAllByRole("button", { name: "Log out everywhere else" });
  await userEvent.click(all.at(-1)!);
  await waitFor(() =>
    expect(asked.some(({ method, path }) => method === "DELETE" && path === "/sessions")).toBe(true),
  );
});
