import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Api, type Meeting } from '../support/api.ts';
import { launch, Tab } from '../support/browsers.ts';
import { Instance } from '../support/instance.ts';
import { framesRise } from '../support/room.ts';
import { connectWithSdk, seen } from '../support/sdk.ts';
import { until } from '../support/until.ts';

let parley: Instance;
let browser: Browser;
let firefox: Browser;
let meeting: Meeting;

beforeAll(async () => {
  parley = await Instance.start({ port: 8340 });
  browser = await launch('chromium');
  firefox = await launch('firefox');
  const host = await Api.signedUp(parley, 'Amara Okafor');
  meeting = await host.meet();
});

afterAll(async () => {
  await browser?.close();
  await firefox?.close();
  await parley?.stop();
});

async function connected(name: string, options?: object, where = browser): Promise<Tab> {
  const tab = await Tab.open(where);
  const admission = await new Api(parley.address).join(meeting.code, { displayName: name });
  await connectWithSdk(tab, parley.address, admission, options);
  return tab;
}

test('H.264 from Chromium is forwarded and decoded', async () => {
  const sender = await connected('Sender');
  const receiver = await connected('Receiver');
  await sender.page.evaluate(async () => {
    const { room } = globalThis as any;
    await room.localParticipant.setCameraEnabled(true, {}, { videoCodec: 'h264', simulcast: true });
  });
  await until('H.264 frames decode', async () =>
    (await receiver.inbound()).some((s) => s.codec === 'video/H264' && s.frames > 20),
  );
  expect((await sender.outbound()).filter((s) => s.codec === 'video/H264').length).toBeGreaterThan(0);
  await sender.close();
  await receiver.close();
});

test.each(['chromium', 'firefox'])(
  'a cut signal socket is resumed in %s with the same sid, and media does not stop',
  async (kind) => {
    const sender = await connected('Sender');
    const receiver = await connected('Receiver', {}, kind === 'firefox' ? firefox : browser);
    await sender.page.evaluate(async () => (globalThis as any).room.localParticipant.setCameraEnabled(true));
    await framesRise(receiver, 'Receiver');
    const sid = () => receiver.page.evaluate(() => (globalThis as any).room.localParticipant.sid);
    const before = await sid();
    await receiver.page.evaluate(() => (globalThis as any).room.simulateScenario('signal-reconnect'));
    await until('the session resumed', async () => (await seen(receiver)).includes('reconnected'));
    expect(await sid()).toBe(before);
    await framesRise(receiver, 'Receiver');
    await sender.close();
    await receiver.close();
  },
);

test('a full reconnect brings everything back under a new sid', async () => {
  const sender = await connected('Sender');
  const receiver = await connected('Receiver');
  await sender.page.evaluate(async () => (globalThis as any).room.localParticipant.setCameraEnabled(true));
  await framesRise(receiver, 'Receiver');
  const before = await sender.page.evaluate(() => (globalThis as any).room.localParticipant.sid);
  await sender.page.evaluate(() => (globalThis as any).room.simulateScenario('full-reconnect'));
  await until('reconnected', async () => (await seen(sender)).includes('reconnected'));
  expect(await sender.page.evaluate(() => (globalThis as any).room.localParticipant.sid)).not.toBe(before);
  await framesRise(receiver, 'Receiver');
  await sender.close();
  await receiver.close();
});
