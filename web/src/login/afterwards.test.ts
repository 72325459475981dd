import { expect, test } from "vitest";
import { afterwards } from "./afterwards";

test("goes back to the page that was asked for", () => {
  expect(afterwards("?next=%2Fm%2Fabc%3Finvite%3Dx")).toBe("/m/abc?invite=x");
});

test.each([
  "",
  "?next=",
  "?next=https://evil.example",
  "?next=//evil.example",
  "?next=/\\evil.example",
  "?next=/%09/evil.example",
  "?next=/%0A/evil.example",
  "?next=/%0D%09//evil.example",
  "?next=/.//evil.example",
  "?next=javascript:1",
])("%j leads home", (search) => {
  expect(afterwards(search)).toBe("/home");
});
