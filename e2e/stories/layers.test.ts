import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Api } from '../support/api.ts';
import { launch, Tab } from '../support/browsers.ts';
import { Instance } from '../support/instance.ts';
import { inRoom, joinAsGuest, seesOthers } from '../support/room.ts';
import { until } from '../support/until.ts';

let parley: Instance;
let browser: Browser;

beforeAll(async () => {
  parley = await Instance.start({ port: 8320 });
  browser = await launch('chromium');
});

afterAll(async () => {
  await browser?.close();
  await parley?.stop();
});

/** Largest picture that arrives now. */
const height = async (tab: Tab) =>
  Math.max(0, ...(await tab.inbound()).filter((s) => s.kind === 'video').map((s) => s.height));

/** The picture that arrives. */
const video = async (tab: Tab) => (await tab.inbound()).find((one) => one.kind === 'video')!;

/** How many there were, once two seconds went by without one: a beginning has some that no switch has made. */
async function freezesWhenSteady(tab: Tab): Promise<number> {
  let freezes = -1;
  let since = 0;
  await until(
    'two seconds without a freeze',
    async () => {
      const now = (await video(tab)).freezes;
      if (now !== freezes) since = performance.now();
      freezes = now;
      return performance.now() - since > 2_000;
    },
    20,
  );
  return freezes;
}

/** Milliseconds from the first picture sent to the first of layer f. */
async function topLayerAfter(tab: Tab): Promise<number> {
  const firsts = await until(
    'layer f is sent',
    () =>
      tab.page.evaluate(() =>
        'f' in (globalThis as any).parleyFirsts ? (globalThis as any).parleyFirsts : null,
      ),
    30,
  );
  return firsts.f - firsts.any;
}

/** Notes in the page, every 50 ms, when the first picture of all and the first of layer f was sent. */
function watchFirsts() {
  const firsts: Record<string, number> = {};
  (globalThis as any).parleyFirsts = firsts;
  const look = async () => {
    for (const connection of (globalThis as any).parleyConnections as RTCPeerConnection[]) {
      for (const entry of (await connection.getStats()).values()) {
        if (entry.type !== 'outbound-rtp' || entry.kind !== 'video' || !(entry.framesSent > 0)) continue;
        firsts.any ??= performance.now();
        if (entry.rid === 'f') firsts.f ??= performance.now();
      }
    }
    if (firsts.f === undefined) setTimeout(look, 50);
  };
  void look();
}

test('a publisher reaches its top layer, and a tile gets the layer of its size', async () => {
  const host = await Api.signedUp(parley, 'Amara Okafor');
  const meeting = await host.meet();
  const amara = await Tab.open(browser);
  const ben = await Tab.open(browser);
  await amara.page.evaluateOnNewDocument(watchFirsts);
  await joinAsGuest(amara, meeting.joinUrl, 'Amara');
  // Ben only watches: what his own encoding took from these cores would show as freezes of Amara's picture.
  await ben.go(meeting.joinUrl);
  await ben.fill('Your name', 'Ben');
  await ben.press('Camera');
  await ben.press('Join');
  await inRoom(ben);
  await seesOthers(ben, 'Ben', 1, 30, 0);
  expect(await topLayerAfter(amara)).toBeLessThan(3_000);
  await until('Ben receives 720 lines in the large tile', async () => (await height(ben)) === 720, 20);

  let freezes = await freezesWhenSteady(ben);
  await ben.page.setViewport({ width: 360, height: 240 });
  await until('Ben receives 180 lines in a small tile', async () => (await height(ben)) === 180, 20);
  expect((await video(ben)).freezes - freezes).toBe(0);
  freezes = await freezesWhenSteady(ben);
  await ben.page.setViewport({ width: 1280, height: 800 });
  await until('Ben receives more again', async () => (await height(ben)) >= 360, 20);
  expect((await video(ben)).freezes - freezes).toBe(0);
});
