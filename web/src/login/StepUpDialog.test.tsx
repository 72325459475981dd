import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { request } from "../api/http";
import { fakeServer, showPage } from "../testing/page";
import { StepUpDialog } from "./StepUpDialog";

afterEach(() => vi.unstubAllGlobals());

const PROOF = "POST /sessions/current/proof";

/** A dangerous route that wants a proof first. */
function dangerous(ways: string[], second: string[] = []) {
  let proven = false;
  const asked = fakeServer({
    "DELETE /thing": () =>
      proven ? { status: 204 } : { status: 403, json: { status: 403, code: "step_up_needed", ways, second } },
    [PROOF]: (body) => {
      const { password } = body as { password: string };
      if (password !== "right") {
        return {
          status: 403,
          json: { status: 403, code: "wrong_password", detail: "That is not your password." },
        };
      }
      proven = true;
      return { json: { provenUntil: "2026-11-23T10:10:00Z" } };
    },
    "POST /sessions/current/proof/mail": { status: 204 },
  });
  showPage(<StepUpDialog />);
  return asked;
}

const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));

test("asks for the password, says when it is wrong, and does what was wanted", async () => {
  dangerous(["password"]);
  const deed = request("DELETE", "/thing");
  await userEvent.type(await screen.findByLabelText("Password"), "wrong");
  await press("Confirm");
  expect(await screen.findByText("That is not your password.")).toBeVisible();
  await userEvent.clear(screen.getByLabelText("Password"));
  await userEvent.type(screen.getByLabelText("Password"), "right");
  await press("Confirm");
  await expect(deed).resolves.toBeUndefined();
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("asks for a code too where the account has a second step", async () => {
  const asked = dangerous(["password", "passkey"], ["totp", "recovery_code"]);
  const deed = request("DELETE", "/thing");
  expect(await screen.findByRole("button", { name: "Use a passkey" })).toBeVisible();
  await userEvent.type(screen.getByLabelText("Password"), "right");
  await press("Confirm");
  expect(screen.getByText("The code is missing.")).toBeVisible();
  expect(asked.some(({ path }) => path === "/sessions/current/proof")).toBe(false);
  await press("Use a recovery code");
  await userEvent.type(screen.getByLabelText("Recovery code"), "abcde-fghjk");
  await press("Confirm");
  await deed;
  expect(asked.find(({ path }) => path === "/sessions/current/proof")?.body).toEqual({
    password: "right",
    recoveryCode: "abcde-fghjk",
  });
});

test("asks for a recovery code alone where there is no app", async () => {
  dangerous(["password", "passkey"], ["recovery_code"]);
  const deed = request("DELETE", "/thing").catch((error: unknown) => error);
  expect(await screen.findByLabelText("Recovery code")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Use the app" })).toBeNull();
  await press("Cancel");
  await deed;
});

test("mails a code to who has nothing else", async () => {
  const asked = dangerous(["mail_code"]);
  const deed = request("DELETE", "/thing").catch((error: unknown) => error);
  await userEvent.click(await screen.findByRole("button", { name: "Send me a code" }));
  expect(await screen.findByText(/on its way/)).toBeVisible();
  expect(asked.some(({ path }) => path.endsWith("/mail"))).toBe(true);
  await press("Cancel");
  expect(await deed).toMatchObject({ code: "step_up_cancelled" });
});
