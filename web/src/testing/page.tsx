import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { createMemoryRouter, Outlet, RouterProvider } from "react-router";
import { vi } from "vitest";
import type { Me, Meeting } from "../api/types";
import { ToastProvider } from "../ui/Toasts";

export const amara: Me = {
  id: "u1",
  email: "amara@okafor.example",
  emailVerified: true,
  fullName: "Amara Okafor",
  displayName: "Amara",
  phone: null,
  language: null,
  timeZone: null,
  profilePictureUrl: null,
  role: "user",
  status: "active",
  createdAt: "2026-10-14T08:00:00Z",
  plan: { slug: "free", name: "Free", maxParticipants: 100 },
  staffRole: null,
  mayHost: true,
};

export function aMeeting(over: Partial<Meeting> = {}): Meeting {
  return {
    id: "m1",
    code: "k7dm-qwert-9xhp",
    title: "Design review",
    description: null,
    joinUrl: "http://localhost/m/k7dm-qwert-9xhp?invite=i",
    isInstant: false,
    startsAt: null,
    endsAt: null,
    maxParticipants: 100,
    isLocked: false,
    guestsAllowed: true,
    recordingAllowed: false,
    transcriptionEnabled: false,
    status: "scheduled",
    host: { id: "u1", displayName: "Amara" },
    myRole: "host",
    participantsNow: 0,
    createdAt: "2026-11-23T08:00:00Z",
    updatedAt: "2026-11-23T08:00:00Z",
    version: 0,
    endedAt: null,
    ...over,
  };
}

type Answer = { status?: number; json?: unknown };
export type Asked = { method: string; path: string; body: unknown };

/** Answers requests in place of a server; `METHOD /path` decides. Returns what was asked, in order. */
export function fakeServer(answers: Record<string, Answer | ((body: unknown) => Answer)>): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal("fetch", (address: string, init: RequestInit) => {
    const path = address.replace("/api/v1", "").replace(/\?.*/, "");
    const body: unknown = init.body ? JSON.parse(String(init.body)) : undefined;
    asked.push({ method: init.method!, path, body });
    const found = answers[`${init.method} ${path}`];
    const { status = 200, json } = (typeof found === "function" ? found(body) : found) ?? {
      status: 404,
      json: { code: "not_found" },
    };
    return Promise.resolve(status === 204 ? new Response(null, { status }) : Response.json(json, { status }));
  });
  return asked;
}

/** Draws a page at an address, with everything that pages stand in. Other addresses show their own path. */
export function showPage(page: ReactNode, at = "/", me: Me = amara, state?: unknown) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const { pathname, search, hash } = new URL(at, "http://localhost");
  const router = createMemoryRouter(
    [
      { element: <Outlet context={me} />, children: [{ path: pathname, element: page }] },
      { path: "*", element: <p>elsewhere</p> },
    ],
    { initialEntries: [{ pathname, search, hash, state }] },
  );
  render(
    <QueryClientProvider client={queries}>
      <ToastProvider>
        <RouterProvider router={router} />
      </ToastProvider>
    </QueryClientProvider>,
  );
  return { router, queries };
}
