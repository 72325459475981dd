import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Person } from "../../rtc/people";
import { useLingering } from "./useLingering";

const person = (presenceId: string) => ({ presenceId }) as unknown as Person;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a leaver's tile goes although other news of people come while it fades", () => {
  const [ben, fatou] = [person("ben"), person("fatou")];
  const { result, rerender } = renderHook(({ people }) => useLingering(people), {
    initialProps: { people: [ben, fatou] },
  });
  rerender({ people: [ben] });
  expect([...result.current.leaving]).toEqual(["fatou"]);
  act(() => void vi.advanceTimersByTime(60));
  rerender({ people: [person("ben")] });
  act(() => void vi.advanceTimersByTime(400));
  expect(result.current.people.map((each) => each.presenceId)).toEqual(["ben"]);
});
