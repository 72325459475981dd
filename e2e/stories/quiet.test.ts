import type { Browser } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Api } from '../support/api.ts';
import { closeTabs, launch, Tab } from '../support/browsers.ts';
import { firewall } from '../support/firewall.ts';
import { Instance } from '../support/instance.ts';
import { framesRise, inRoom, joinAsGuest, seesOthers } from '../support/room.ts';
import { step } from '../support/step.ts';
import { until } from '../support/until.ts';

let parley: Instance;
let chromium: Browser;
let firefox: Browser;

beforeAll(async () => {
  parley = await Instance.start({ port: 8420 });
  chromium = await launch('chromium');
  firefox = await launch('firefox');
});

afterEach(async () => {
  firewall.open();
  await closeTabs(chromium);
  await closeTabs(firefox);
});

afterAll(async () => {
  await chromium?.close();
  await firefox?.close();
  await parley?.stop();
});

/** Every element that plays others: how loud, whether its track lives, and whether it is a new one. */
function sounds(tab: Tab): Promise<{ volume: number; alive: boolean; fresh: boolean }[]> {
  return tab.page.evaluate(() =>
    [...document.querySelectorAll<HTMLAudioElement>('[data-sounds] audio')].map((element) => {
      const tracks = (element.srcObject as MediaStream | null)?.getAudioTracks() ?? [];
      const fresh = element.dataset.seen === undefined;
      return { volume: element.volume, alive: tracks.some((track) => track.readyState === 'live'), fresh };
    }),
  );
}

/** What plays now is no longer fresh. */
function marks(tab: Tab): Promise<void> {
  return tab.page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLAudioElement>('[data-sounds] audio'))
      element.dataset.seen = '';
  });
}

/** After a break the sound of the one other person plays anew: in one element, which lives, as loud as before. */
async function playsAnew(tab: Tab, volume: number): Promise<void> {
  await until('the sound plays anew', async () => (await sounds(tab)).some((one) => one.fresh), 40);
  await until('nothing dead is left', async () => (await sounds(tab)).every((one) => one.alive));
  expect(await sounds(tab)).toEqual([{ volume, alive: true, fresh: true }]);
}

async function comesBack(tab: Tab, name: string): Promise<void> {
  await tab.page.reload({ waitUntil: 'domcontentloaded' });
  await until('the name is remembered', async () =>
    (await tab.find('Your name')).evaluate(
      (field, wanted) => (field as HTMLInputElement).value === wanted,
      name,
    ),
  );
  await tab.press('Join');
  await inRoom(tab);
}

/** Ben and Fatou in a meeting, where Ben has made Fatou quiet. */
async function quiet(): Promise<{ ben: Tab; fatou: Tab }> {
  const host = await Api.signedUp(parley, 'Amara Okafor');
  const meeting = await host.meet();
  const ben = await Tab.open(chromium);
  const fatou = await Tab.open(firefox);
  await joinAsGuest(ben, meeting.joinUrl, 'Ben');
  await joinAsGuest(fatou, meeting.joinUrl, 'Fatou');
  await seesOthers(ben, 'Ben', 1);
  await playsAnew(ben, 1);
  await ben.press('People');
  await ben.press('Options for Fatou');
  for (let times = 0; times < 5; times++) await ben.press('Quieter for me');
  await ben.page.keyboard.press('Escape');
  expect(await sounds(ben)).toEqual([{ volume: 0, alive: true, fresh: true }]);
  return { ben, fatou };
}

test('whoever is made quiet for me stays so over a resume, their reload and mine', async () => {
  const { ben, fatou } = await quiet();
  let signals = 0;
  const network = await ben.page.createCDPSession();
  await network.send('Network.enable');
  network.on('Network.webSocketCreated', ({ url }) => {
    if (url.includes('/rtc/')) signals++;
  });

  await step('the signal is cut and resumed', async () => {
    firewall.resetTcp(parley.options.port);
    await until('the page notices', () => signals > 0, 40);
    firewall.open();
    await until('the page is back', async () => !(await ben.text()).includes('Coming back'), 40);
    await framesRise(ben, 'Ben', 10, 40);
    await until('one sound, quiet', async () => {
      const now = await sounds(ben);
      return now.length === 1 && now[0]!.alive && now[0]!.volume === 0;
    });
  });

  await step('Fatou loads her page anew', async () => {
    await marks(ben);
    await comesBack(fatou, 'Fatou');
    await playsAnew(ben, 0);
  });

  await step('Ben loads his', async () => {
    await comesBack(ben, 'Ben');
    await playsAnew(ben, 0);
  });

  await step('and Fatou, who made nobody quiet, hears Ben as loud as he is', async () => {
    await until('one sound that lives', async () => {
      const now = await sounds(fatou);
      return now.length === 1 && now[0]!.alive;
    });
    expect((await sounds(fatou)).map(({ volume }) => volume)).toEqual([1]);
  });
});

test('and over a server that is killed and comes back', async () => {
  const { ben } = await quiet();
  await marks(ben);
  await parley.kill();
  parley = await parley.restart();
  await playsAnew(ben, 0);
});
