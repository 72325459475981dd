import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { StepUpDialog } from "../login/StepUpDialog";
import { fakeServer, showPage } from "../testing/page";
import MailboxPage from "../staff/MailboxPage";

afterEach(() => vi.unstubAllGlobals());

const LINE = {
  id: "1",
  to: "ann@example.org",
  subject: "Confirm your address",
  status: "kept",
  createdAt: "2026-11-23T10:00:00Z",
};

function mailbox() {
  let proven = false;
  const unless = (json: unknown) =>
    proven
      ? { json }
      : { status: 403, json: { status: 403, code: "step_up_needed", ways: ["password"], second: [] } };
  const asked = fakeServer({
    "GET /staff/mailbox": () => unless({ items: [LINE], nextCursor: null }),
    "GET /staff/mailbox/1": () => unless({ ...LINE, text: "Open https://parley.example/verify" }),
    "POST /sessions/current/proof": () => {
      proven = true;
      return { json: { provenUntil: "2026-11-23T10:10:00Z" } };
    },
  });
  showPage(
    <>
      <StepUpDialog />
      <MailboxPage />
    </>,
  );
  return asked;
}

const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));

test("shows the mails to whoever confirms, and what one says only once it is opened", async () => {
  const asked = mailbox();
  await userEvent.type(await screen.findByLabelText("Password"), "right");
  await press("Confirm");
  expect(await screen.findByText("Confirm your address")).toBeVisible();
  expect(asked.some(({ path }) => path === "/staff/mailbox/1")).toBe(false);
  await userEvent.click(screen.getByText("Confirm your address"));
  expect(await screen.findByRole("link", { name: "https://parley.example/verify" })).toBeVisible();
});

test("whoever does not confirm is told so, and may try again", async () => {
  mailbox();
  await screen.findByLabelText("Password");
  await press("Cancel");
  expect(await screen.findByText(/did not confirm that it is you/)).toBeVisible();
  await press("Try again");
  expect(await screen.findByLabelText("Password")).toBeVisible();
});
