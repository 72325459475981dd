import {
  AudioFrame,
  AudioSource,
  AudioStream,
  LocalAudioTrack,
  LocalVideoTrack,
  Room,
  RoomEvent,
  type RemoteTrack,
  TrackKind,
  TrackPublishOptions,
  TrackSource,
  VideoBufferType,
  VideoFrame,
  VideoSource,
  VideoStream,
  dispose,
} from '@livekit/rtc-node';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Api } from '../support/api.ts';
import { launch, Tab } from '../support/browsers.ts';
import { Instance } from '../support/instance.ts';
import { Relay } from '../support/relay.ts';
import { framesRise, hearsOthers, joinAsGuest, seesOthers } from '../support/room.ts';
import { until } from '../support/until.ts';

let parley: Instance;
let browser: Browser;

beforeAll(async () => {
  parley = await Instance.start({ port: 8330 });
  browser = await launch('chromium');
});

afterAll(async () => {
  await browser?.close();
  await dispose();
  await parley?.stop();
});

/** Moving bars and a tone of 440 Hz, until stopped. */
async function perform(room: Room): Promise<() => void> {
  const video = new VideoSource(640, 360);
  const audio = new AudioSource(48_000, 1);
  const camera = LocalVideoTrack.createVideoTrack('camera', video);
  const microphone = LocalAudioTrack.createAudioTrack('microphone', audio);
  const participant = room.localParticipant!;
  await participant.publishTrack(camera, new TrackPublishOptions({ source: TrackSource.SOURCE_CAMERA }));
  await participant.publishTrack(
    microphone,
    new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE }),
  );
  let count = 0;
  const pictures = setInterval(() => {
    const data = new Uint8Array((640 * 360 * 3) / 2).fill(128);
    for (let y = 0; y < 360; y++) data.fill((y + count * 4) & 0xff, y * 640, y * 640 + 640);
    count++;
    video.captureFrame(new VideoFrame(data, 640, 360, VideoBufferType.I420));
  }, 66);
  let running = true;
  void (async () => {
    for (let n = 0; running; n += 480) {
      const samples = new Int16Array(480).map(
        (_, i) => 8000 * Math.sin((2 * Math.PI * 440 * (n + i)) / 48_000),
      );
      await audio.captureFrame(new AudioFrame(samples, 48_000, 1, 480));
    }
  })();
  return () => {
    running = false;
    clearInterval(pictures);
  };
}

test('a client that is not ours joins, publishes and receives', async () => {
  const host = await Api.signedUp(parley, 'Amara Okafor');
  const meeting = await host.meet();
  const ben = await Tab.open(browser);
  await joinAsGuest(ben, meeting.joinUrl, 'Ben');

  const admission = await new Api(parley.address).join(meeting.code, { displayName: 'Robot' });
  const room = new Room();
  let pictures = 0;
  let loudest = 0;
  room.on(RoomEvent.TrackSubscribed, (track: RemoteTrack) => {
    void (async () => {
      if (track.kind === TrackKind.KIND_VIDEO) for await (const _ of new VideoStream(track)) pictures++;
      else
        for await (const frame of new AudioStream(track))
          loudest = Math.max(loudest, ...frame.data.map((sample) => Math.abs(sample)));
    })();
  });
  await room.connect(admission.media.url, admission.media.token, { autoSubscribe: true, dynacast: false });
  expect(room.localParticipant!.identity).toBe(admission.presenceId);
  const stop = await perform(room);

  await seesOthers(ben, 'Ben', 1);
  await hearsOthers(ben, 'Ben', 1);
  await until('the robot decodes pictures', () => pictures > 20, 20);
  await until('the robot hears a tone', () => loudest > 1000, 20);
  stop();
  await room.disconnect();
  await until('Ben is alone again', async () => Object.keys(await ben.tiles()).length === 1);
  await ben.close();
});

test('a client that is not ours is back within 8 s of the restarted server being up', async () => {
  const meeting = await (await Api.signedUp(parley, 'Amara Okafor')).meet();
  const ben = await Tab.open(browser);
  await joinAsGuest(ben, meeting.joinUrl, 'Ben');
  const admission = await new Api(parley.address).join(meeting.code, { displayName: 'Robot' });
  const relay = await Relay.open(8335, 8330);
  const room = new Room();
  const url = new URL(admission.media.url);
  url.port = '8335';
  await room.connect(url.href, admission.media.token, { autoSubscribe: true, dynacast: false });
  const stop = await perform(room);
  await seesOthers(ben, 'Ben', 1);
  const back = new Promise<number>((done, fail) => {
    room.once(RoomEvent.Reconnected, () => done(performance.now()));
    room.once(RoomEvent.Disconnected, (reason) => fail(new Error(`The robot gave up: ${reason}`)));
  });
  back.catch(() => undefined);
  relay.serverAway(3);
  await parley.kill();
  parley = await parley.restart();
  const up = performance.now();
  relay.serverBack();
  const seconds = ((await back) - up) / 1000;
  console.log(`the robot was back ${seconds.toFixed(1)} s after the server was up`);
  expect(relay.refusalsLeft).toBe(0);
  expect(seconds).toBeLessThan(8);
  await framesRise(ben, 'Ben');
  stop();
  await room.disconnect();
  relay.close();
});
