import { afterEach, expect, test, vi } from "vitest";
import { csrfToken, request } from "./http";
import { ApiError } from "./problem";

function answering(response: Response) {
  const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.resolve(response));
  vi.stubGlobal("fetch", fetch);
  return fetch;
}

afterEach(() => {
  vi.unstubAllGlobals();
  document.cookie = "XSRF-TOKEN=; max-age=0";
});

test("sends JSON and the token of the cookie with every change", async () => {
  document.cookie = "XSRF-TOKEN=to%2Fken";
  const fetch = answering(Response.json({ id: "1" }, { status: 201 }));
  await expect(request("POST", "/meetings", { body: { title: "A" } })).resolves.toEqual({ id: "1" });
  const [address, init] = fetch.mock.calls[0]!;
  expect(address).toBe("/api/v1/meetings");
  expect(init?.body).toBe('{"title":"A"}');
  expect(init?.headers).toMatchObject({ "X-XSRF-TOKEN": "to/ken", "Content-Type": "application/json" });
});

test("asks once more where the session's token was renewed meanwhile, and not twice", async () => {
  const refusal = () =>
    Response.json(
      { code: "not_logged_in" },
      { status: 401, headers: { "Content-Type": "application/problem+json" } },
    );
  const fetch = answering(refusal());
  fetch.mockResolvedValueOnce(refusal()).mockResolvedValueOnce(Response.json({ id: "1" }));
  await expect(request("GET", "/users/me")).resolves.toEqual({ id: "1" });
  fetch.mockImplementation(() => Promise.resolve(refusal()));
  await expect(request("GET", "/users/me")).rejects.toMatchObject({ code: "not_logged_in" });
  expect(fetch).toHaveBeenCalledTimes(4);
});

test("a wrong password is not tried again by itself", async () => {
  const fetch = answering(
    Response.json(
      { code: "wrong_credentials" },
      { status: 401, headers: { "Content-Type": "application/problem+json" } },
    ),
  );
  await expect(request("POST", "/sessions")).rejects.toMatchObject({ code: "wrong_credentials" });
  expect(fetch).toHaveBeenCalledTimes(1);
});

test("keeps the secret of a link out of the address", async () => {
  const fetch = answering(Response.json({}));
  await request("GET", "/setup", { linkToken: "s3cret" });
  const [address, init] = fetch.mock.calls[0]!;
  expect(address).toBe("/api/v1/setup");
  expect(init?.headers).toMatchObject({ "X-Link-Token": "s3cret" });
});

test("leaves empty parameters out of the address", async () => {
  const fetch = answering(Response.json({ items: [], nextCursor: null }));
  await request("GET", "/meetings", { query: { when: "past", cursor: null, limit: 5 } });
  expect(fetch.mock.calls[0]![0]).toBe("/api/v1/meetings?when=past&limit=5");
});

test("turns problem details into an error with code, fields and waiting time", async () => {
  const problem = {
    status: 429,
    code: "too_many_requests",
    title: "Slow down",
    detail: "Wait a minute.",
    errors: [{ field: "email", detail: "Taken." }],
  };
  answering(
    Response.json(problem, {
      status: 429,
      headers: { "Content-Type": "application/problem+json", "Retry-After": "60" },
    }),
  );
  const error = await request("POST", "/sessions").catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ApiError);
  const refused = error as ApiError;
  expect(refused).toMatchObject({
    code: "too_many_requests",
    status: 429,
    retryAfter: 60,
    message: "Wait a minute.",
  });
  expect(refused.of("email")).toBe("Taken.");
  expect(refused.of("password")).toBeUndefined();
});

test("a page of HTML in place of a problem still gives a sentence", async () => {
  answering(new Response("<h1>Bad gateway</h1>", { status: 502, headers: { "Content-Type": "text/html" } }));
  await expect(request("GET", "/meetings")).rejects.toMatchObject({ code: "server_error", status: 502 });
});

test("no answer is an error of its own", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("network")));
  await expect(request("GET", "/meetings")).rejects.toMatchObject({ code: "unreachable", status: 0 });
});

test("nothing comes back from 204", async () => {
  answering(new Response(null, { status: 204 }));
  await expect(request("DELETE", "/sessions/current")).resolves.toBeUndefined();
});

test("reads the token among other cookies", () => {
  expect(csrfToken("a=1; XSRF-TOKEN=x%3Dy; b=2")).toBe("x=y");
  expect(csrfToken("a=1")).toBeUndefined();
});
