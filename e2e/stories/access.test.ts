import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriousFindings } from '../support/access.ts';
import { PASSWORD } from '../support/api.ts';
import { launch, Tab } from '../support/browsers.ts';
import { Instance } from '../support/instance.ts';
import { inRoom } from '../support/room.ts';
import { until } from '../support/until.ts';

let parley: Instance;
let browser: Browser;

beforeAll(async () => {
  parley = await Instance.start({ port: 8350 });
  browser = await launch('chromium');
});

afterAll(async () => {
  await browser?.close();
  await parley?.stop();
});

test.each([true, false])('axe finds nothing serious on any page (dark: %s)', async (dark) => {
  const tab = await Tab.open(browser, { dark });
  const clean = async (where: string) => expect(await seriousFindings(tab), where).toEqual([]);
  await tab.go(parley.address);
  await tab.find('Sign up');
  await clean('front page');
  await tab.go(`${parley.address}/login`);
  await tab.find('Password');
  await clean('log-in');
  await tab.go(`${parley.address}/m/abcd-efghj-kmnp`);
  await tab.sees('No meeting has the code');
  await clean('unknown meeting');
  await tab.go(`${parley.address}/signup`);
  await tab.fill('Name', 'Amara Okafor');
  await tab.fill('E-mail', `amara.${dark}@example.org`);
  await tab.fill('Password', PASSWORD);
  await clean('sign-up');
  await tab.press('Sign up');
  await tab.find('Start now');
  await clean('home');
  await tab.press('Schedule');
  await tab.find('Title');
  await clean('schedule');
  await tab.go(`${parley.address}/home`);
  await tab.press('Start now');
  await until('the pre-join page', () => tab.page.url().includes('/m/'));
  await tab.find('Join');
  await clean('pre-join');
  await tab.press('Join');
  await inRoom(tab);
  await clean('room');
  await tab.press('Chat');
  await tab.find('Message');
  await clean('chat');
  await tab.press('People');
  await clean('people');
  await tab.close();
});
