import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import ForgotPage from "../login/ForgotPage";
import InvitationsPage from "../login/InvitationsPage";
import { LookInYourMail } from "../login/LookInYourMail";
import { MailedCodeButton } from "../login/MailedCodeButton";
import { fakeServer, showPage } from "../testing/page";
import { UnconfirmedEmail } from "../users/UnconfirmedEmail";

afterEach(() => vi.unstubAllGlobals());

const sources = import.meta.glob<string>(["../**/*.tsx", "!../**/*.test.tsx"], {
  query: "?raw",
  import: "default",
  eager: true,
});

const PROMISE = /is on its way|we mail you|was sent to|we send a/i;

function withoutMail(page: ReactNode) {
  fakeServer({
    "GET /config": {
      json: {
        signUp: "open",
        signUpDomains: [],
        providers: [],
        publicUrl: "",
        hasAdmin: true,
        mail: { configured: false },
      },
    },
    "GET /staff/invitations": { json: { items: [], nextCursor: null } },
    "POST /staff/invitations": { status: 201, json: { email: "ben@example.org" } },
    "POST /password-resets": { status: 202, json: {} },
    "POST /sessions/current/proof/mail": { status: 202, json: {} },
  });
  showPage(page);
}

const press = async (name: string) => userEvent.click(await screen.findByRole("button", { name }));
const promisesNothing = async (words: RegExp) => {
  expect((await screen.findAllByText(words)).length).toBeGreaterThan(0);
  expect(document.body.textContent).not.toMatch(PROMISE);
};

describe("where no mail server is set, no page promises a mail", () => {
  it("an invitation", async () => {
    withoutMail(<InvitationsPage />);
    await promisesNothing(/sends no mail/);
    await userEvent.type(screen.getByLabelText("E-mail"), "ben@example.org");
    await press("Invite");
    await promisesNothing(/ben@example.org is invited. The link is in the mailbox./);
  });

  it("a forgotten password", async () => {
    withoutMail(<ForgotPage />);
    await promisesNothing(/sends no mail/);
    await userEvent.type(screen.getByLabelText("E-mail"), "ben@example.org");
    await press("Ask for the link");
    await promisesNothing(/whoever runs this server finds a link/);
  });

  it("an account that is to be confirmed first", async () => {
    withoutMail(<LookInYourMail email="ben@example.org" />);
    await promisesNothing(/sends no mail/);
    expect(screen.queryByText(/unwanted mail/)).toBeNull();
  });

  it("an address that is not confirmed yet", async () => {
    withoutMail(<UnconfirmedEmail email="ben@example.org" />);
    await promisesNothing(/sends no mail/);
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("a code for whoever has nothing else", async () => {
    withoutMail(<MailedCodeButton />);
    await promisesNothing(/sends no mail/);
    await press("Ask for a code");
    await promisesNothing(/is in the console's mailbox/);
  });

  it("nor any that asks not whether one is set", () => {
    const blind = Object.entries(sources).filter(
      ([, source]) => PROMISE.test(source) && !source.includes("useSendsMail("),
    );
    expect(blind.map(([file]) => file)).toEqual(["../notifications/Devices.tsx"]); // a push, not a mail
  });
});
