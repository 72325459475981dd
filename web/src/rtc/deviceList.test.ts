import { describe, expect, it } from "vitest";
import { groupDevices } from "./deviceList";

describe("groupDevices", () => {
  it("sorts by kind and numbers what has no name yet", () => {
    const list = groupDevices([
      { kind: "audioinput", deviceId: "a", label: "Built-in microphone" },
      { kind: "videoinput", deviceId: "", label: "" },
      { kind: "audiooutput", deviceId: "s", label: "Headphones" },
      { kind: "audioinput", deviceId: "b", label: "" },
    ]);
    expect(list.microphones).toEqual([
      { id: "a", label: "Built-in microphone" },
      { id: "b", label: "Microphone 2" },
    ]);
    expect(list.cameras).toEqual([{ id: "", label: "Camera 1" }]);
    expect(list.speakers).toEqual([{ id: "s", label: "Headphones" }]);
  });
});
