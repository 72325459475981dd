import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeDevices } from "../testing/fakeDevices";
import { rememberChoices, rememberedChoices } from "./choices";
import { OwnMedia } from "./OwnMedia";

const desk = { kind: "videoinput", deviceId: "desk-cam", label: "Desk camera" } as const;
const lid = { kind: "videoinput", deviceId: "lid-cam", label: "Lid camera" } as const;
const headset = { kind: "audioinput", deviceId: "headset-mic", label: "Headset" } as const;
const built = { kind: "audioinput", deviceId: "built-mic", label: "Built-in microphone" } as const;
const phones = { kind: "audiooutput", deviceId: "headphones", label: "Headphones" } as const;
const system = { kind: "audiooutput", deviceId: "default", label: "Default - Loudspeaker" } as const;

let media: OwnMedia;
let devices: FakeDevices;

async function start(...plugged: ConstructorParameters<typeof FakeDevices>) {
  devices = new FakeDevices(...plugged);
  vi.stubGlobal("navigator", Object.create(navigator, { mediaDevices: { value: devices } }));
  media = new OwnMedia();
  await media.start();
}

const camera = () => media.state.get().camera;
const microphone = () => media.state.get().microphone;
const labels = () => media.moves.get().map(({ kind, from, to }) => `${kind}: ${from} → ${to}`);

beforeEach(() => void vi.stubGlobal("MediaStream", FakeDevices.Stream));
afterEach(() => {
  media.close();
  vi.unstubAllGlobals();
  localStorage.clear();
});

describe("a device that is pulled out while another exists", () => {
  it("gives way to the other: a camera chosen from the menu", async () => {
    await start(lid, desk, built);
    await media.chooseCamera("desk-cam");
    expect(camera()).toMatchObject({ on: true, deviceId: "desk-cam" });
    devices.pullOut("desk-cam");
    await vi.waitFor(() => expect(camera()).toMatchObject({ on: true, deviceId: "lid-cam", trouble: null }));
    expect(labels()).toEqual(["camera: Desk camera → Lid camera"]);
    expect(rememberedChoices().cameraId).toBe("desk-cam");
  });

  it("gives way to the other: a microphone, and nobody is said to have muted you", async () => {
    await start(built, headset, lid);
    await media.chooseMicrophone("headset-mic");
    devices.pullOut("headset-mic");
    await vi.waitFor(() =>
      expect(microphone()).toMatchObject({ on: true, deviceId: "built-mic", trouble: null }),
    );
    expect(labels()).toEqual(["microphone: Headset → Built-in microphone"]);
    expect(media.mutedByOthers.get()).toBe(0);
  });

  it("gives way when it is switched on again: a camera pulled out while it was off", async () => {
    await start(lid, desk, built);
    await media.chooseCamera("desk-cam");
    await media.setCamera(false);
    devices.pullOut("desk-cam");
    await media.setCamera(true);
    expect(camera()).toMatchObject({ on: true, deviceId: "lid-cam", trouble: null });
    await vi.waitFor(() => expect(labels()).toEqual(["camera: Desk camera → Lid camera"]));
  });

  it("gives way while muted, and stays muted: a microphone", async () => {
    await start(built, headset, lid);
    await media.chooseMicrophone("headset-mic");
    await media.setMicrophone(false);
    devices.pullOut("headset-mic");
    expect(microphone().on).toBe(false);
    await media.setMicrophone(true);
    expect(microphone()).toMatchObject({ on: true, deviceId: "built-mic", trouble: null });
    expect(labels()).toEqual(["microphone: Headset → Built-in microphone"]);
  });

  it("gives way before joining: one that was chosen the last time is not there", async () => {
    rememberChoices({ cameraId: "desk-cam", microphoneId: "headset-mic" });
    await start(lid, built);
    await vi.waitFor(() =>
      expect(labels().toSorted()).toEqual([
        "camera: null → Lid camera",
        "microphone: null → Built-in microphone",
      ]),
    );
    expect(camera().on).toBe(true);
  });

  it("gives way to the system's: a speaker", async () => {
    await start(lid, built, system, phones);
    media.chooseSpeaker("headphones");
    devices.pullOut("headphones");
    await vi.waitFor(() => expect(media.state.get().speakerId).toBeNull());
    expect(labels()).toEqual(["speaker: Headphones → Loudspeaker"]);
    expect(rememberedChoices().speakerId).toBe("headphones");
  });

  it("is no news any more once another has been chosen", async () => {
    await start(lid, desk, built);
    await media.chooseCamera("desk-cam");
    devices.pullOut("desk-cam");
    await vi.waitFor(() => expect(labels()).toHaveLength(1));
    await media.chooseCamera("lid-cam");
    expect(labels()).toEqual([]);
  });
});

describe("a device that is pulled out and was the only one", () => {
  it("is off and says why, until one is plugged in again", async () => {
    await start(desk, headset);
    devices.pullOut("desk-cam");
    await vi.waitFor(() =>
      expect(camera()).toMatchObject({ on: false, starting: false, trouble: "unplugged" }),
    );
    devices.pullOut("headset-mic");
    await vi.waitFor(() => expect(microphone()).toMatchObject({ on: false, trouble: "unplugged" }));
    expect(media.mutedByOthers.get()).toBe(0);
    expect(labels()).toEqual([]);
    devices.plugIn(lid);
    await vi.waitFor(() => expect(camera().trouble).toBeNull());
    await media.setCamera(true);
    expect(camera()).toMatchObject({ on: true, deviceId: "lid-cam" });
  });
});

it("a microphone that somebody else mutes is still told", async () => {
  await start(built, lid);
  await microphone().track!.mute();
  expect(media.mutedByOthers.get()).toBe(1);
  expect(microphone()).toMatchObject({ on: false, wanted: false });
});
