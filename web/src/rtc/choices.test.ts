import { describe, expect, it } from "vitest";
import { rememberChoices, rememberedChoices } from "./choices";

function storage(start: Record<string, string> = {}) {
  const values = new Map(Object.entries(start));
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  };
}

describe("remembered choices", () => {
  it("start with everything on", () => {
    expect(rememberedChoices(storage())).toMatchObject({ name: "", microphoneOn: true, cameraOn: true });
  });

  it("come back as they were left", () => {
    const kept = storage();
    rememberChoices({ name: "Mei-Lin", cameraOn: false, microphoneId: "abc" }, kept);
    rememberChoices({ microphoneOn: false }, kept);
    expect(rememberedChoices(kept)).toMatchObject({
      name: "Mei-Lin",
      cameraOn: false,
      microphoneOn: false,
      microphoneId: "abc",
    });
  });

  it("ignore what was stored by something else", () => {
    expect(rememberedChoices(storage({ "parley.choices": "not json" })).cameraOn).toBe(true);
    expect(rememberedChoices(storage({ "parley.choices": '{"cameraOn":"yes","name":7}' }))).toMatchObject({
      cameraOn: true,
      name: "",
    });
  });

  it("do without a storage", () => {
    expect(rememberChoices({ name: "Mei" }, null).name).toBe("Mei");
  });
});
