import { expect, test } from "vitest";
import { bytes, text } from "./webauthn";

test("reads and writes base64url without padding", () => {
  const all = Uint8Array.from({ length: 256 }, (_, value) => value);
  expect(text(all.buffer)).not.toMatch(/[+/=]/);
  expect(bytes(text(all.buffer))).toEqual(all);
  expect(bytes("_-8")).toEqual(Uint8Array.of(255, 239));
});
