import type { Browser, CDPSession } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriousFindings } from '../support/access.ts';
import { Api, PASSWORD } from '../support/api.ts';
import { launch, Tab } from '../support/browsers.ts';
import { ask } from '../support/database.ts';
import { Instance } from '../support/instance.ts';
import { step } from '../support/step.ts';
import { until } from '../support/until.ts';

let parley: Instance;
let browser: Browser;

beforeAll(async () => {
  parley = await Instance.start({ port: 9210 });
  browser = await launch('chromium');
});

afterAll(async () => {
  await browser?.close();
  await parley?.stop();
});

/** Signs somebody up in a page; answers with a second page of the same browser session. */
async function twoTabs(email: string): Promise<[Tab, Tab]> {
  const first = await Tab.open(browser);
  await first.go(`${parley.address}/signup`);
  await first.fill('Name', 'Amara Okafor');
  await first.fill('E-mail', email);
  await first.fill('Password', PASSWORD);
  await first.press('Sign up');
  await first.find('Start now');
  const page = await first.context.newPage();
  const second = Object.assign(Object.create(Tab.prototype) as Tab, {
    page,
    context: first.context,
    complaints: [],
  });
  await second.go(`${parley.address}/notifications`);
  await second.find('Notifications');
  await first.page.bringToFront();
  return [first, second];
}

/** A meeting of somebody else in which this user has a place. */
async function meetingFor(email: string, startsAt: Date): Promise<{ host: Api; code: string }> {
  const host = await Api.signedUp(parley, 'Jonas Weber');
  const meeting = await host.meet({ startsAt: startsAt.toISOString() });
  await ask(
    parley,
    `INSERT INTO meeting_participants (id, meeting_id, user_id)
     SELECT gen_random_uuid(), $1, id FROM users WHERE email = $2`,
    [meeting.id, email],
  );
  return { host, code: meeting.code };
}

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);

test('two tabs count the same, and reading in one clears the other', async () => {
  const [one, other] = await twoTabs('amara.tabs@example.org');
  await step('a cancelled meeting raises the count in both', async () => {
    const { host, code } = await meetingFor('amara.tabs@example.org', inHours(48));
    await host.call('DELETE', `/api/v1/meetings/${code}`);
    await one.find('Notifications 1 unread');
    await other.find('Notifications 1 unread');
    await other.sees('Design review was cancelled');
  });
  await step('the bell shows it, without anything serious for axe', async () => {
    await one.press('Notifications 1 unread');
    await one.sees('Design review was cancelled');
    expect(await seriousFindings(one)).toEqual([]);
    expect(await seriousFindings(other)).toEqual([]);
  });
  await step('read in one, read in the other', async () => {
    await one.press('Mark all as read');
    await until('no count', async () => !(await other.has('Notifications 1 unread')));
    await until('no count', async () => !(await one.has('Notifications 1 unread')));
    await until('nothing to mark', async () => !(await other.has('Mark all as read')));
  });
  await step('a meeting about to start says so wherever one is', async () => {
    await meetingFor('amara.tabs@example.org', new Date(Date.now() + 5 * 60_000));
    await one.sees('Design review starts in 5 minutes', 40);
    await one.find('Join');
  });
  expect([...one.complaints, ...other.complaints]).toEqual([]);
  await one.close();
});

test('what is not wanted is not told', async () => {
  const [one, other] = await twoTabs('amara.prefers@example.org');
  await one.go(`${parley.address}/account/notifications`);
  await one.press('In Parley: Cancelled meetings');
  expect(await seriousFindings(one)).toEqual([]);
  await until(
    'it is kept',
    async () => (await ask(parley, 'SELECT 1 FROM notification_preferences')).length > 0,
  );
  const { host, code } = await meetingFor('amara.prefers@example.org', inHours(48));
  await host.call('PATCH', `/api/v1/meetings/${code}`, { startsAt: inHours(49).toISOString() });
  await other.sees('Design review was moved');
  await host.call('DELETE', `/api/v1/meetings/${code}`);
  await until('everybody is told', async () => {
    const waiting = await ask(parley, 'SELECT 1 FROM notification_occasions WHERE told_at IS NULL');
    return waiting.length === 0;
  });
  expect(await other.text()).not.toContain('was cancelled');
  await one.close();
});

/** The service worker of the page's origin, once it runs, and how many notifications it has had displayed. */
async function worker(
  tab: Tab,
): Promise<{ devtools: CDPSession; registrationId: string; displayed: () => number }> {
  const devtools = await tab.page.createCDPSession();
  let registrationId = '';
  let displayed = 0;
  devtools.on(
    'BackgroundService.backgroundServiceEventReceived',
    ({ backgroundServiceEvent: { eventName } }) => {
      if (eventName === 'Notification displayed') displayed++;
    },
  );
  await devtools.send('BackgroundService.startObserving', { service: 'notifications' });
  await devtools.send('BackgroundService.setRecording', { shouldRecord: true, service: 'notifications' });
  devtools.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    const active = versions.find((version) => version.status === 'activated');
    if (active) registrationId = active.registrationId;
  });
  await devtools.send('ServiceWorker.enable');
  await until('an active service worker', () => registrationId);
  return { devtools, registrationId, displayed: () => displayed };
}

test('a push is shown by the service worker and leads to its page', async () => {
  const [tab] = await twoTabs('amara.push@example.org');
  const permissions = await browser.target().createCDPSession();
  await permissions.send('Browser.grantPermissions', {
    origin: parley.address,
    permissions: ['notifications'],
    browserContextId: tab.context.id,
  });
  await tab.page.evaluate(() =>
    navigator.serviceWorker.register('/sw.js').then(() => navigator.serviceWorker.ready),
  );
  const { devtools, registrationId, displayed } = await worker(tab);
  // Only once they are displayed: Chromium throws away a notification that somebody lists before that.
  const shown = () =>
    tab.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      return (await registration.getNotifications()).map(({ title, body, tag }) => ({ title, body, tag }));
    });
  await step('a note is shown as it was written', async () => {
    await devtools.send('ServiceWorker.deliverPushMessage', {
      origin: parley.address,
      registrationId,
      data: JSON.stringify({
        title: 'Design review starts in 10 minutes',
        body: '',
        path: '/home',
        tag: 'm1',
      }),
    });
    await until('the notification', () => displayed() === 1);
    expect(await shown()).toEqual([{ title: 'Design review starts in 10 minutes', body: '', tag: 'm1' }]);
  });
  await step(
    'a later word about the same takes its place; what cannot be read is shown all the same',
    async () => {
      for (const data of [
        JSON.stringify({ title: 'Design review was moved', path: '/home', tag: 'm1' }),
        'no JSON',
      ]) {
        await devtools.send('ServiceWorker.deliverPushMessage', {
          origin: parley.address,
          registrationId,
          data,
        });
      }
      await until('both', () => displayed() === 3);
      expect((await shown()).map(({ title }) => title).sort()).toEqual(['Design review was moved', 'Parley']);
    },
  );
  await step('the worker stores nothing and answers no requests', async () => {
    const source = await (await fetch(`${parley.address}/sw.js`)).text();
    expect(source).not.toMatch(/fetch|caches/);
    const answer = await fetch(`${parley.address}/sw.js`);
    expect(answer.headers.get('content-type')).toContain('javascript');
    expect(answer.headers.get('cache-control')).toContain('no-cache');
    expect(await tab.page.evaluate(async () => (await caches.keys()).length)).toBe(0);
  });
  expect(tab.complaints).toEqual([]);
  await tab.close();
});

test('a browser that says no is told what to do', async () => {
  const [tab] = await twoTabs('amara.blocked@example.org');
  const permissions = await browser.target().createCDPSession();
  await permissions.send('Browser.setPermission', {
    origin: parley.address,
    permission: { name: 'notifications' },
    setting: 'denied',
    browserContextId: tab.context.id,
  });
  await tab.go(`${parley.address}/account/notifications`);
  await tab.sees('Your browser blocks notifications from this address');
  expect(await seriousFindings(tab)).toEqual([]);
  await tab.close();
});
