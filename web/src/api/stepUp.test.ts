import { afterEach, expect, test, vi } from "vitest";
import { request } from "./http";
import { askBy, type ProofWays } from "./stepUp";

const needed = () =>
  Response.json(
    {
      status: 403,
      code: "step_up_needed",
      title: "Forbidden",
      detail: "Confirm.",
      ways: ["password"],
      second: [],
    },
    { status: 403 },
  );

function answering(...responses: (() => Response)[]) {
  const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.resolve(responses.shift()!()));
  vi.stubGlobal("fetch", fetch);
  return fetch;
}

let forget = () => {};
afterEach(() => {
  forget();
  vi.unstubAllGlobals();
});

test("asks once for two refusals, then repeats both", async () => {
  const done = () => Response.json({ done: true });
  const fetch = answering(needed, needed, done, done);
  const asked: ProofWays[] = [];
  let answer: (confirmed: boolean) => void = () => {};
  forget = askBy((ways) => {
    asked.push(ways);
    return new Promise((settle) => (answer = settle));
  });
  const both = Promise.all([request("DELETE", "/a"), request("DELETE", "/b")]);
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  await new Promise((next) => setTimeout(next));
  answer(true);
  await expect(both).resolves.toEqual([{ done: true }, { done: true }]);
  expect(asked).toEqual([{ ways: ["password"], second: [] }]);
  expect(fetch).toHaveBeenCalledTimes(4);
});

test("says calmly that nothing was changed when the user cancels", async () => {
  const fetch = answering(needed);
  forget = askBy(() => Promise.resolve(false));
  await expect(request("DELETE", "/a")).rejects.toMatchObject({ code: "step_up_cancelled", status: 403 });
  expect(fetch).toHaveBeenCalledTimes(1);
});

test("a second refusal is not asked about again", async () => {
  const fetch = answering(needed, needed);
  const ask = vi.fn(() => Promise.resolve(true));
  forget = askBy(ask);
  await expect(request("DELETE", "/a")).rejects.toMatchObject({ code: "step_up_needed" });
  expect(ask).toHaveBeenCalledTimes(1);
  expect(fetch).toHaveBeenCalledTimes(2);
});

test("other refusals are left as they are", async () => {
  answering(() => Response.json({ status: 403, code: "not_allowed", title: "No" }, { status: 403 }));
  const ask = vi.fn(() => Promise.resolve(true));
  forget = askBy(ask);
  await expect(request("DELETE", "/a")).rejects.toMatchObject({ code: "not_allowed" });
  expect(ask).not.toHaveBeenCalled();
});

test("an asker that goes away leaves nobody waiting, and the next one is asked", async () => {
  answering(needed, needed, () => Response.json({ done: true }));
  const leave = askBy(() => new Promise(() => {}));
  const waiting = request("DELETE", "/a");
  const refused = expect(waiting).rejects.toMatchObject({ code: "step_up_cancelled" });
  await new Promise((next) => setTimeout(next));
  leave();
  await refused;
  forget = askBy(() => Promise.resolve(true));
  await expect(request("DELETE", "/b")).resolves.toEqual({ done: true });
});

test("the end of an old question leaves a newer one's alone", async () => {
  answering(
    needed,
    needed,
    needed,
    () => Response.json({ done: true }),
    () => Response.json({ done: true }),
  );
  let asked = 0;
  let answer = (_: boolean) => {};
  const leave = askBy(() => new Promise(() => {}));
  const old = expect(request("DELETE", "/old")).rejects.toMatchObject({ code: "step_up_cancelled" });
  await new Promise((next) => setTimeout(next));
  forget = askBy(() => {
    asked++;
    return new Promise((settle) => (answer = settle));
  });
  const first = request("DELETE", "/a");
  await new Promise((next) => setTimeout(next));
  leave();
  await old;
  const second = request("DELETE", "/b");
  await new Promise((next) => setTimeout(next));
  answer(true);
  await expect(Promise.all([first, second])).resolves.toEqual([{ done: true }, { done: true }]);
  expect(asked).toBe(1);
});
