import type { Browser } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Api, type Meeting } from '../support/api.ts';
import { closeTabs, launch, Tab } from '../support/browsers.ts';
import { ask } from '../support/database.ts';
import { firewall } from '../support/firewall.ts';
import { Instance } from '../support/instance.ts';
import { framesRise, joinAsGuest, seesOthers, writes } from '../support/room.ts';
import { until } from '../support/until.ts';

let parley: Instance;
let browser: Browser;
let host: Api;

beforeAll(async () => {
  parley = await Instance.start({ port: 8310 });
  browser = await launch('chromium');
  host = await Api.signedUp(parley, 'Amara Okafor');
});

afterEach(async () => {
  firewall.open();
  await closeTabs(browser);
});

afterAll(async () => {
  await browser?.close();
  await parley?.stop();
});

async function two(): Promise<{ meeting: Meeting; ben: Tab; fatou: Tab }> {
  const meeting = await host.meet();
  const ben = await Tab.open(browser);
  const fatou = await Tab.open(browser);
  await joinAsGuest(ben, meeting.joinUrl, 'Ben');
  await joinAsGuest(fatou, meeting.joinUrl, 'Fatou');
  return { meeting, ben, fatou };
}

test('with UDP blocked the media goes over TCP', async () => {
  firewall.blockUdp(parley.mediaUdpPort);
  const { ben, fatou } = await two();
  await seesOthers(ben, 'Ben', 1);
  await seesOthers(fatou, 'Fatou', 1);
  expect(await ben.path()).toBe('tcp');
});

test.each(['chromium', 'firefox'] as const)(
  'a NAT in the middle forgets: pictures go on from the new address (%s)',
  async (kind) => {
    const other = await launch(kind);
    try {
      const meeting = await host.meet();
      const ben = await Tab.open(browser);
      const kenji = await Tab.open(other);
      await joinAsGuest(ben, meeting.joinUrl, 'Ben');
      await joinAsGuest(kenji, meeting.joinUrl, 'Kenji');
      await seesOthers(ben, 'Ben', 1);
      await seesOthers(kenji, 'Kenji', 1);
      firewall.rebind(parley.mediaUdpPort);
      await framesRise(ben, 'Ben', 150, 30);
      await framesRise(kenji, 'Kenji', 150, 30);
    } finally {
      await other.close();
    }
  },
);

test('five percent loss: pictures go on, and retransmissions repair', async () => {
  const { ben } = await two();
  await seesOthers(ben, 'Ben', 1);
  firewall.lose(parley.mediaUdpPort, 5);
  await framesRise(ben, 'Ben', 60, 20);
  await until('retransmissions arrive at Ben', async () =>
    (await ben.inbound()).some((s) => s.kind === 'video' && s.nacks > 0 && s.retransmitted > 0),
  );
});

test('a killed browser leaves within 20 s, and the row says when it last lived', async () => {
  const { meeting, ben } = await two();
  const doomed = await launch('chromium');
  const kenji = await Tab.open(doomed);
  await joinAsGuest(kenji, meeting.joinUrl, 'Kenji');
  await seesOthers(ben, 'Ben', 2);
  doomed.process()!.kill('SIGKILL');
  const killed = Date.now();
  const rows = await until(
    'the row has left_at',
    async () => {
      const found = await ask(
        parley,
        `select left_at from meeting_participants where meeting_id = $1 and display_name = 'Kenji' and left_at is not null`,
        [meeting.id],
      );
      return found.length > 0 ? found : undefined;
    },
    22,
  );
  expect(Math.abs(new Date(rows[0].left_at).getTime() - killed)).toBeLessThan(2500);
  await until('his tile is gone', async () =>
    Object.values(await ben.tiles()).every((tile) => !tile.name.includes('Kenji')),
  );
});

test.each([
  ['killed', () => parley.kill()],
  ['stopped', () => parley.quit()],
] as const)(
  'the server is %s and restarted: every page comes back by itself, the chat is whole',
  async (_, end) => {
    const { ben, fatou } = await two();
    await seesOthers(ben, 'Ben', 1);
    await writes(ben, 'before the fall');
    await fatou.press('Chat');
    await fatou.sees('before the fall');
    await end();
    parley = await parley.restart();
    const back = performance.now();
    await Promise.all([framesRise(ben, 'Ben', 5, 40), framesRise(fatou, 'Fatou', 5, 40)]);
    const seconds = (performance.now() - back) / 1000;
    console.log(`back in the picture ${seconds.toFixed(1)} s after the server was up`);
    expect(seconds).toBeLessThan(5);
    await writes(fatou, 'after the fall');
    await ben.sees('after the fall');
    const text = await ben.text();
    expect(text.split('before the fall').length - 1).toBe(1);
    expect(text.split('after the fall').length - 1).toBe(1);
  },
);
