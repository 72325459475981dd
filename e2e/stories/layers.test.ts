import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Api } from '../support/api.ts';
import { launch, Tab } from '../support/browsers.ts';
import { Instance } from '../support/instance.ts';
import { joinAsGuest, seesOthers } from '../support/room.ts';
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

test('a publisher reaches its top layer, and a tile gets the layer of its size', async () => {
  const host = await Api.signedUp(parley, 'Amara Okafor');
  const meeting = await host.meet();
  const amara = await Tab.open(browser);
  const ben = await Tab.open(browser);
  await joinAsGuest(amara, meeting.joinUrl, 'Amara');
  await joinAsGuest(ben, meeting.joinUrl, 'Ben');
  await seesOthers(ben, 'Ben', 1);
  await until(
    'Amara sends layer f',
    async () => (await amara.outbound()).some((s) => s.rid === 'f' && s.frames > 0),
    30,
  );
  await until('Ben receives 720 lines in the large tile', async () => (await height(ben)) === 720, 20);

  const before = (await ben.inbound()).find((s) => s.kind === 'video')!;
  await ben.page.setViewport({ width: 360, height: 240 });
  await until('Ben receives 180 lines in a small tile', async () => (await height(ben)) === 180, 20);
  await ben.page.setViewport({ width: 1280, height: 800 });
  await until('Ben receives more again', async () => (await height(ben)) >= 360, 20);
  const after = (await ben.inbound()).find((s) => s.kind === 'video')!;
  expect(after.freezes - before.freezes).toBe(0);
});
