import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { fakeServer, showPage } from "../testing/page";
import VerifyPage from "./VerifyPage";

afterEach(() => vi.unstubAllGlobals());

const LOOK = { "GET /email-verification": { json: { email: "amara@okafor.example" } } };
const confirm = () => userEvent.click(screen.getByRole("button", { name: "Confirm" }));

test("asks for the password on a device where nobody is logged in", async () => {
  const refusal = (code: string, detail: string) => ({
    status: 403,
    json: { status: 403, code, title: "No", detail },
  });
  fakeServer({
    ...LOOK,
    "POST /email-verification": (body) => {
      const { password } = body as { password?: string };
      if (!password) return refusal("password_needed", "Give the password of the account too.");
      return password === "four at a table"
        ? { json: { email: "amara@okafor.example" } }
        : refusal("wrong_password", "That is not the password.");
    },
  });
  showPage(<VerifyPage />, "/verify#token=abc");
  expect(await screen.findByText("It is amara@okafor.example.")).toBeVisible();
  expect(screen.queryByLabelText("Password")).toBeNull();
  await confirm();
  await userEvent.type(await screen.findByLabelText("Password"), "nonsense");
  await confirm();
  expect(await screen.findByText("That is not the password.")).toBeVisible();
  await userEvent.clear(screen.getByLabelText("Password"));
  await userEvent.type(screen.getByLabelText("Password"), "four at a table");
  await confirm();
  expect(await screen.findByText("Your e-mail is confirmed")).toBeVisible();
});

test("says so when the link has done its work", async () => {
  fakeServer({
    "GET /email-verification": {
      status: 410,
      json: {
        status: 410,
        code: "verification_link_used",
        title: "No",
        detail: "This link no longer works.",
      },
    },
  });
  showPage(<VerifyPage />, "/verify#token=abc");
  expect(await screen.findByText("This link no longer works.")).toBeVisible();
  expect(screen.getByRole("link", { name: "To my account" })).toBeVisible();
});

test("a link that has worked already says so, and asks for nothing more", async () => {
  const detail = "This link has worked: your address is confirmed.";
  fakeServer({
    "GET /email-verification": {
      status: 410,
      json: { status: 410, code: "verification_done", title: "Done", detail },
    },
  });
  showPage(<VerifyPage />, "/verify?token=abc");
  expect(await screen.findByRole("heading", { name: "Your e-mail is confirmed" })).toBeVisible();
  expect(screen.getByRole("link", { name: "My meetings" })).toBeVisible();
  expect(document.body).not.toHaveTextContent("no longer works");
});
