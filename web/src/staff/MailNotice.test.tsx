import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { house } from "../api/house";
import type { MailServer } from "../api/types";
import { MailNotice } from "./MailNotice";

function shown(answer: MailServer) {
  vi.spyOn(house, "mailServer").mockResolvedValue(answer);
  const queries = new QueryClient();
  render(
    <QueryClientProvider client={queries}>
      <MailNotice />
    </QueryClientProvider>,
  );
  return queries;
}

test("says why mails wait and how many", async () => {
  shown({
    isSet: true,
    trouble: {
      cause: "sender_refused",
      reply: 553,
      sentence: "The mail server refuses the sender's address (parley.mail.from): it answered 553.",
      waiting: 3,
      since: "2026-11-30T08:00:00Z",
    },
  });
  await screen.findByText(/refuses the sender's address .*: it answered 553\. 3 mails wait since/);
});

test("says nothing while mails go out", async () => {
  const queries = shown({ isSet: true, trouble: null });
  await vi.waitFor(() => expect(queries.getQueryData(["staff", "mail-server"])).toBeDefined());
  expect(screen.queryByText(/wait/)).toBeNull();
});
