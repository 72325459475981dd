import { expect, test } from "vitest";
import { meetingPath, printCode } from "./meetingCode";

test.each([
  ["k7dm-qwert-9xhp", "/m/k7dm-qwert-9xhp"],
  ["  K7DMQWERT9XHP ", "/m/k7dm-qwert-9xhp"],
  ["k7dm qwert 9xhp", "/m/k7dm-qwert-9xhp"],
  ["http://localhost:8080/m/k7dm-qwert-9xhp?invite=a.b_c", "/m/k7dm-qwert-9xhp?invite=a.b_c"],
  ["meet.example/m/k7dmqwert9xhp", "/m/k7dm-qwert-9xhp"],
])("%s leads to %s", (typed, path) => {
  expect(meetingPath(typed)).toBe(path);
});

test.each(["", "hello", "k7dm-qwert", "https://example.com/", "k7dm-qwert-9xhp-more", "javascript:alert(1)"])(
  "%j leads nowhere",
  (typed) => {
    expect(meetingPath(typed)).toBeNull();
  },
);

test("a code is printed in its groups", () => {
  expect(printCode("K7DMQWERT9XHP")).toBe("k7dm-qwert-9xhp");
  expect(printCode("short")).toBe("short");
});
