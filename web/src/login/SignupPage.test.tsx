import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { amara, fakeServer, showPage } from "../testing/page";
import SignupPage from "./SignupPage";

afterEach(() => vi.unstubAllGlobals());

const config = {
  json: { signUp: "open", signUpDomains: [], providers: [], hasAdmin: true, publicUrl: "" },
};

async function fillIn() {
  await userEvent.type(screen.getByLabelText("Name"), "Amara Okafor");
  await userEvent.type(screen.getByLabelText("E-mail"), "amara@okafor.example");
  await userEvent.type(screen.getByLabelText("Password"), "four at a table");
  await userEvent.click(screen.getByRole("button", { name: "Sign up" }));
}

test("signs up and goes to the page that was asked for", async () => {
  const asked = fakeServer({ "GET /config": config, "POST /users": { status: 201, json: amara } });
  const { router, queries } = showPage(<SignupPage />, "/signup?next=%2Fm%2Fk7dm-qwert-9xhp");
  await fillIn();
  expect(await screen.findByText("elsewhere")).toBeVisible();
  expect(router.state.location.pathname).toBe("/m/k7dm-qwert-9xhp");
  expect(queries.getQueryData(["me"])).toEqual(amara);
  expect(asked.find(({ method }) => method === "POST")?.body).toEqual({
    fullName: "Amara Okafor",
    displayName: "Amara Okafor",
    email: "amara@okafor.example",
    password: "four at a table",
  });
});

test("says what the server refuses beside the field, and goes there", async () => {
  const detail = "An account with this address exists.";
  fakeServer({
    "GET /config": config,
    "POST /users": { status: 409, json: { status: 409, code: "email_taken", title: "Taken", detail } },
  });
  showPage(<SignupPage />, "/signup");
  await fillIn();
  expect(await screen.findByText(detail)).toBeVisible();
  expect(screen.getByLabelText("E-mail")).toHaveFocus();
  expect(screen.getByLabelText("E-mail")).toBeInvalid();
  expect(screen.getByLabelText("E-mail")).toHaveAccessibleDescription(detail);
});

test("asks nobody while something is missing", async () => {
  const asked = fakeServer({ "GET /config": config });
  showPage(<SignupPage />, "/signup");
  await userEvent.click(screen.getByRole("button", { name: "Sign up" }));
  expect(screen.getByText("Your name is missing.")).toBeVisible();
  expect(screen.getByLabelText("Name")).toHaveFocus();
  expect(asked.some(({ method }) => method === "POST")).toBe(false);
});

test("checks a field when it is left, not while it is written", async () => {
  fakeServer({ "GET /config": config });
  showPage(<SignupPage />, "/signup");
  await userEvent.type(screen.getByLabelText("E-mail"), "amara");
  expect(screen.queryByText(/not an e-mail/)).toBeNull();
  await userEvent.tab();
  expect(screen.getByText(/not an e-mail/)).toBeVisible();
});

test("a password can be looked at", async () => {
  fakeServer({ "GET /config": config });
  showPage(<SignupPage />, "/signup");
  await userEvent.click(screen.getByRole("button", { name: "Show password" }));
  expect(screen.getByLabelText("Password")).toHaveAttribute("type", "text");
});

test("where signing up is closed, says whom to ask", async () => {
  fakeServer({ "GET /config": { json: { ...config.json, signUp: "closed" } } });
  showPage(<SignupPage />, "/signup");
  expect(await screen.findByText(/Ask whoever runs it/)).toBeVisible();
  expect(screen.queryByLabelText("Password")).toBeNull();
});
