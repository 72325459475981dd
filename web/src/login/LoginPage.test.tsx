import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { amara, fakeServer, showPage } from "../testing/page";
import LoginPage from "./LoginPage";

afterEach(() => vi.unstubAllGlobals());

const config = { json: { signupOpen: true, hasAdmin: true, publicUrl: "" } };
const STEP = "POST /sessions/second-step";
const refusal = (status: number, code: string, detail: string) => ({
  status,
  json: { status, code, title: "No", detail },
});

async function giveThePassword() {
  await userEvent.type(screen.getByLabelText("E-mail"), "amara@okafor.example");
  await userEvent.type(screen.getByLabelText("Password"), "four at a table");
  await userEvent.click(screen.getByRole("button", { name: "Log in" }));
}

async function giveTheCode(code: string) {
  await userEvent.clear(await screen.findByLabelText("Code"));
  await userEvent.type(screen.getByLabelText("Code"), code);
  await userEvent.click(screen.getByRole("button", { name: "Log in" }));
}

test("asks for the second step where there is one", async () => {
  fakeServer({
    "GET /config": config,
    "POST /sessions": { status: 202, json: { secondStep: ["totp", "recovery_code"] } },
    [STEP]: (body) =>
      (body as { code: string }).code === "123456"
        ? { status: 201, json: amara }
        : refusal(403, "wrong_code", "That code does not fit."),
  });
  const { router, queries } = showPage(<LoginPage />, "/login?next=%2Faccount");
  await giveThePassword();
  await giveTheCode("000000");
  expect(await screen.findByText("That code does not fit.")).toBeVisible();
  await giveTheCode("123456");
  expect(await screen.findByText("elsewhere")).toBeVisible();
  expect(router.state.location.pathname).toBe("/account");
  expect(queries.getQueryData(["me"])).toEqual(amara);
});

test("begins again when the log-in took too long, and says so", async () => {
  fakeServer({
    "GET /config": config,
    "POST /sessions": { status: 202, json: { secondStep: ["totp"] } },
    [STEP]: refusal(401, "second_step_over", "This log-in took too long."),
  });
  showPage(<LoginPage />, "/login");
  await giveThePassword();
  await giveTheCode("123456");
  expect(await screen.findByText("This log-in took too long.")).toBeVisible();
  expect(screen.getByLabelText("Password")).toBeVisible();
});

test("goes on with a second step that another first step has left due", async () => {
  fakeServer({ "GET /config": config, "GET /sessions/second-step": { json: { ways: ["recovery_code"] } } });
  showPage(<LoginPage />, "/login?step=2");
  expect(await screen.findByLabelText("Recovery code")).toBeVisible();
});
