import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Api, PASSWORD } from '../support/api.ts';
import { launch, Tab } from '../support/browsers.ts';
import { Instance } from '../support/instance.ts';
import { joinAsGuest, writes } from '../support/room.ts';
import { step } from '../support/step.ts';
import { until } from '../support/until.ts';
import { tooWide } from '../support/widths.ts';

const WIDTHS = [320, 390, 768, 1280];
const WORD = 'Wolfeschlegelsteinhausenbergerdorff';
const ADDRESS = `https://example.org/${'a'.repeat(900)}`;

/** An example of each address that the router knows; one that is missing here fails the test. */
const routes: Record<string, string> = {
  '/': '/',
  '/signup': '/signup',
  '/login': '/login',
  '/setup': '/setup?token=used',
  '/restore': '/restore?token=used',
  '/verify': '/verify?token=used',
  '/unsubscribe': '/unsubscribe#token=used',
  '/forgot': '/forgot',
  '/reset': '/reset?token=used',
  '/email-change': '/email-change?token=used',
  '/email-change/stop': '/email-change/stop?token=used',
  '/login/from/:provider': '/login/from/google',
  '/m/:code': '/m/',
  '/home': '/home',
  '/notifications': '/notifications',
  '/account': '/account',
  '/account/security': '/account/security',
  '/account/notifications': '/account/notifications',
  '/account/privacy': '/account/privacy',
  '/account/api-keys': '/account/api-keys',
  '/staff': '/staff',
  '/staff/users/:id?': '/staff/users',
  '/staff/audit': '/staff/audit',
  '/staff/invitations': '/staff/invitations',
  '/staff/settings': '/staff/settings',
  '/staff/mailbox': '/staff/mailbox',
  '*': '/no-such-page',
};

let parley: Instance;
let browser: Browser;
let admin: Tab;
let code: string;

beforeAll(async () => {
  parley = await Instance.start({ port: 8430 });
  browser = await launch('chromium');
  admin = await Tab.open(browser);
  await admin.go(parley.setupUrl!);
  await admin.fill('Name', `${WORD}${WORD}`);
  await admin.fill('E-mail', `${WORD.toLowerCase()}@${WORD.toLowerCase()}.example.org`);
  await admin.fill('Password', PASSWORD);
  await admin.press('Create administrator');
  await admin.find('Console');
  code = await plan(admin);
});

afterAll(async () => {
  await browser?.close();
  await parley?.stop();
});

/** A meeting whose title is one word and whose agenda is one address; answers with its code. */
function plan(tab: Tab): Promise<string> {
  return tab.page.evaluate(
    async (title, description) => {
      const token = /XSRF-TOKEN=([^;]+)/.exec(document.cookie)![1]!;
      const starts = Date.now() + 3_600_000;
      const answer = await fetch('/api/v1/meetings', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-xsrf-token': token },
        body: JSON.stringify({
          title,
          description,
          startsAt: new Date(starts).toISOString(),
          endsAt: new Date(starts + 3_600_000).toISOString(),
        }),
      });
      const meeting = await answer.json();
      if (!answer.ok) throw new Error(JSON.stringify(meeting));
      return meeting.code as string;
    },
    WORD.repeat(5),
    ADDRESS,
  );
}

async function fits(tab: Tab, where: string): Promise<void> {
  for (const width of WIDTHS) {
    await tab.page.setViewport({ width, height: 800 });
    await tab.settled();
    const found = await tab.page.evaluate(tooWide);
    if (found.length > 0) await tab.screenshot(`too-wide-${where.replaceAll(/\W+/g, '-')}-${width}`);
    expect.soft(found, `${where} at ${width}`).toEqual([]);
  }
}

/** Everything that the page asked for has come. */
async function loaded(tab: Tab, url: string): Promise<void> {
  await tab.page.goto(url, { waitUntil: 'networkidle2' });
  await until('something on the page', async () => (await tab.text()).trim().length > 0);
}

test('every address of the router stands in the table', () => {
  const source = readFileSync(
    fileURLToPath(new URL('../../web/src/app/routes.tsx', import.meta.url)),
    'utf8',
  );
  const known = [...source.matchAll(/path: "([^"]+)"/g)].map((match) => match[1]!);
  expect(known.toSorted()).toEqual(Object.keys(routes).toSorted());
});

test.each(Object.entries(routes))('%s fits into 320, 390, 768 and 1280 pixels', async (route, address) => {
  const stranger = /^\/(signup|login|forgot|)$/.test(route) ? await Tab.open(browser) : null;
  const tab = stranger ?? admin;
  await loaded(tab, `${parley.address}${address}${route === '/m/:code' ? code : ''}`);
  await fits(tab, route);
  await stranger?.close();
});

test('a phone shows the tab of the account page one is on', async () => {
  await admin.page.setViewport({ width: 320, height: 700 });
  for (const address of ['', '/security', '/notifications', '/privacy', '/api-keys']) {
    await loaded(admin, `${parley.address}/account${address}`);
    const shown = await admin.page.evaluate(() => {
      const tab = document.querySelector('nav[aria-label=Account] [aria-current=page]')!;
      const { left, right } = tab.getBoundingClientRect();
      return left >= 0 && right <= innerWidth;
    });
    expect(shown, address).toBe(true);
  }
});

test('long words in the room: names, title, chat; and the invitation stays on the stage', async () => {
  const ben = await Tab.open(browser);
  await ben.page.setViewport({ width: 390, height: 844 });
  const meeting = await (await Api.signedUp(parley, 'Amara Okafor')).meet({ title: WORD.repeat(5) });
  await joinAsGuest(ben, meeting.joinUrl, WORD.repeat(2));
  await fits(ben, 'room alone');
  await ben.page.setViewport({ width: 390, height: 844 });
  await ben.press('Chat');
  await step('the invitation is inside, beside an open chat', async () => {
    for (const [width, height] of [
      [390, 844],
      [320, 568],
      [1280, 800],
    ] as const) {
      await ben.page.setViewport({ width, height });
      await ben.settled();
      const outside = await ben.page.evaluate(() => {
        const stage = document.querySelector('[data-region=stage]')!.getBoundingClientRect();
        const card = document.querySelector('[aria-label=Invitation]')!.getBoundingClientRect();
        return card.left < stage.left ||
          card.right > stage.right ||
          card.top < stage.top ||
          card.bottom > stage.bottom + 1
          ? `${JSON.stringify(card)} in ${JSON.stringify(stage)}`
          : '';
      });
      expect(outside, `${width} × ${height}`).toBe('');
    }
  });
  await ben.page.setViewport({ width: 390, height: 844 });
  await writes(ben, WORD.repeat(20));
  await writes(ben, ADDRESS);
  await fits(ben, 'chat');
  await ben.press('People');
  await fits(ben, 'people');
  await ben.close();
});
