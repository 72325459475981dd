import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Api, PASSWORD, type Meeting } from '../support/api.ts';
import { launch, Tab } from '../support/browsers.ts';
import { Instance } from '../support/instance.ts';
import { step } from '../support/step.ts';
import { hearsOthers, inRoom, joinAsGuest, seesOthers, writes } from '../support/room.ts';
import { until } from '../support/until.ts';

let parley: Instance;
let chromium: Browser;
let firefox: Browser;
let amara: Tab;
let ben: Tab;
let fatou: Tab;
let meeting: Meeting;

beforeAll(async () => {
  parley = await Instance.start({ port: 8300 });
  chromium = await launch('chromium');
  firefox = await launch('firefox');
});

afterAll(async () => {
  await chromium?.close();
  await firefox?.close();
  await parley?.stop();
});

test('the first real meeting: two Chromiums and a Firefox', async () => {
  await step('a newcomer signs up on the page and starts a meeting', async () => {
    amara = await Tab.open(chromium);
    await amara.go(`${parley.address}/signup`);
    await amara.fill('Name', 'Amara Okafor');
    await amara.fill('E-mail', `amara.${crypto.randomUUID().slice(0, 8)}@example.org`);
    await amara.fill('Password', PASSWORD);
    await amara.press('Sign up');
    await amara.press('Start now');
    await until('the pre-join page', () => amara.page.url().includes('/m/'));
    await amara.press('Join');
    await inRoom(amara);
    const code = /\/m\/([a-z0-9-]+)/.exec(amara.page.url())![1]!;
    const preview = await new Api(parley.address).call('GET', `/api/v1/meetings/${code}/preview`);
    meeting = { ...preview, joinUrl: `${parley.address}/m/${code}` };
  });

  await step('two guests follow the link, one with Firefox', async () => {
    ben = await Tab.open(chromium);
    fatou = await Tab.open(firefox);
    await joinAsGuest(ben, meeting.joinUrl, 'Ben');
    await joinAsGuest(fatou, meeting.joinUrl, 'Fatou');
  });

  await step('each sees the others', async () => {
    await Promise.all([
      seesOthers(amara, 'Amara', 2),
      seesOthers(ben, 'Ben', 2),
      seesOthers(fatou, 'Fatou', 2),
    ]);
  });

  await step('each hears the others', async () => {
    await Promise.all([
      hearsOthers(amara, 'Amara', 2),
      hearsOthers(ben, 'Ben', 2),
      hearsOthers(fatou, 'Fatou', 2),
    ]);
    await amara.screenshot('room-three');
  });

  await step('a message reaches all three, in both browsers', async () => {
    await writes(amara, 'Good morning');
    await writes(fatou, 'Bonjour');
    for (const tab of [amara, ben, fatou]) {
      if (!(await tab.has('Message'))) await tab.press('Chat');
      await tab.sees('Good morning');
      await tab.sees('Bonjour');
    }
  });

  await step('a muted microphone shows to the others', async () => {
    await ben.press('Microphone');
    await until('Amara sees that Ben is muted', async () =>
      Object.values(await amara.tiles()).some(
        (tile) => tile.name.includes('Ben') && tile.name.includes('muted'),
      ),
    );
    await ben.press('Microphone');
    await until('Amara sees that Ben is not muted', async () =>
      Object.values(await amara.tiles()).some(
        (tile) => tile.name.includes('Ben') && !tile.name.includes('muted'),
      ),
    );
  });

  await step('a reload keeps the seat, the name and the chat', async () => {
    await ben.page.reload({ waitUntil: 'domcontentloaded' });
    await ben.press('Join');
    await inRoom(ben);
    await seesOthers(ben, 'Ben', 2);
    await ben.press('Chat');
    await ben.sees('Good morning');
    const names = Object.values(await amara.tiles()).map((tile) => tile.name);
    expect(names.filter((name) => name.includes('Ben'))).toHaveLength(1);
  });

  await step('a shared screen arrives in both browsers', async () => {
    await amara.press('Share screen');
    for (const tab of [ben, fatou]) {
      await until(
        'three videos decode',
        async () => {
          const videos = (await tab.inbound()).filter((s) => s.kind === 'video' && s.frames > 3);
          return videos.length >= 3;
        },
        30,
      );
    }
    await ben.screenshot('room-share');
    await amara.press('Share screen');
  });

  await step('who leaves is gone from the others', async () => {
    await fatou.press('Leave');
    await fatou.sees('You left');
    await until(
      'Fatou is gone from Amara',
      async () => {
        const names = Object.values(await amara.tiles()).map((tile) => tile.name);
        if (names.some((name) => name.includes('Fatou'))) throw new Error(`tiles: ${names.join(' | ')}`);
        return true;
      },
      15,
    );
  });

  await step('nothing complained', async () => {
    expect(parley.complaints()).toEqual([]);
    expect(amara.complaints).toEqual([]);
    expect(fatou.complaints).toEqual([]);
  });
}, 300_000);
