import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriousFindings } from '../support/access.ts';
import { PASSWORD } from '../support/api.ts';
import { launch, Tab } from '../support/browsers.ts';
import { ask } from '../support/database.ts';
import { Instance } from '../support/instance.ts';
import { inRoom } from '../support/room.ts';
import { step } from '../support/step.ts';
import { until } from '../support/until.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const email = `amara.${crypto.randomUUID().slice(0, 8)}@example.org`;

let parley: Instance;
let browser: Browser;
let admin: Tab;
let amara: Tab;

beforeAll(async () => {
  parley = await Instance.start({ port: 8450 });
  browser = await launch('chromium', { width: 1440, height: 900 });
});

afterAll(async () => {
  await browser?.close();
  await parley?.stop();
});

const clean = async (where: string) => expect(await seriousFindings(admin), where).toEqual([]);

/** The button of the open dialog that does it: one of the same name may stand on the page behind. */
async function confirm(tab: Tab): Promise<void> {
  await tab.page.waitForSelector('[role=dialog] footer button:last-child');
  await tab.settled();
  await tab.page.click('[role=dialog] footer button:last-child');
}

async function logIn(tab: Tab): Promise<void> {
  await tab.go(`${parley.address}/login`);
  await tab.fill('E-mail', email);
  await tab.fill('Password', PASSWORD);
  await tab.press('Log in');
}

test('an administrator suspends somebody in a meeting, restores them, and makes them a moderator', async () => {
  await step('the first administrator comes in by the link', async () => {
    admin = await Tab.open(browser);
    await admin.go(parley.setupUrl!);
    await admin.fill('Name', 'Ruth Bakker');
    await admin.fill('E-mail', 'ruth@example.org');
    await admin.fill('Password', PASSWORD);
    await admin.press('Create administrator');
    await admin.find('Console');
  });

  await step('somebody signs up and sits in a meeting', async () => {
    amara = await Tab.open(browser);
    await amara.go(`${parley.address}/signup`);
    await amara.fill('Name', 'Amara Okafor');
    await amara.fill('E-mail', email);
    await amara.fill('Password', PASSWORD);
    await amara.press('Sign up');
    await amara.press('Start now');
    await until('the pre-join page', () => amara.page.url().includes('/m/'));
    await amara.press('Join');
    await inRoom(amara);
    await until('her presence', async () => (await connected()) === 1);
  });

  await step('she is not staff, and finds no console', async () => {
    const other = await amara.context.newPage();
    await other.goto(`${parley.address}/staff/users`);
    await until('no such page', async () =>
      (await other.evaluate(() => document.body.innerText)).includes('There is no page at this address'),
    );
    await other.close();
  });

  await step('the administrator finds her', async () => {
    await admin.press('Console');
    await admin.find('Find a user');
    await clean('users');
    await admin.fill('Find a user', 'okafor');
    await admin.press('Amara Okafor');
    await admin.sees('Every view is recorded');
    await admin.sees('in one now');
    await clean('a user');
  });

  await step('suspended, she is out within a second, in the meeting too', async () => {
    await admin.press('Suspend');
    await admin.fill('Reason', 'Sent unwanted mail');
    await confirm(admin);
    const before = await until('the suspension', async () => {
      const [row] = await ask(parley, 'SELECT 1 FROM users WHERE email = $1 AND status = $2', [
        email,
        'suspended',
      ]);
      return row && performance.now();
    });
    await until('her presence is gone', async () => (await connected()) === 0, 1);
    await until('her room is left', async () => !(await amara.has('Microphone')), 1);
    expect(performance.now() - before).toBeLessThan(1500);
    expect(await amara.page.evaluate(async () => (await fetch('/api/v1/users/me')).status)).toBe(401);
    await admin.sees('Amara Okafor is suspended.');
  });

  await step('the right password tells her why she does not get in', async () => {
    await logIn(amara);
    await amara.sees('suspended');
  });

  await step('restored, she gets in again', async () => {
    await admin.press('Restore');
    await confirm(admin);
    await admin.sees('Amara Okafor is restored.');
    await logIn(amara);
    await amara.find('New meeting');
  });

  await step('as a moderator she has the console, without the mailbox', async () => {
    await admin.press('More for Amara Okafor');
    await admin.press('Change role');
    await admin.page.click('[role=dialog] input[value=moderator]');
    await clean('the role dialog');
    await confirm(admin);
    await admin.sees('Amara Okafor is Moderator now.');
    await logIn(amara);
    await amara.press('Console');
    await amara.find('Find a user');
    expect(await amara.has('Mailbox')).toBe(false);
    expect(await amara.has('Audit trail')).toBe(false);
  });

  await step('the audit page shows it', async () => {
    await admin.press('Audit trail');
    await admin.sees('Ruth Bakker made Amara Okafor a moderator');
    await admin.sees('Ruth Bakker suspended Amara Okafor');
    await until(
      'all of it is sealed',
      async () => (await ask(parley, 'SELECT 1 FROM audit_seals')).length > 0,
    );
    await admin.press('Check now');
    await admin.sees('Chain intact until');
    await clean('the audit trail');
    expect(admin.complaints.filter((line) => /Content.Security|pageerror/i.test(line))).toEqual([]);
  });

  await step('from the command line the trail is whole, until somebody bends it', async () => {
    expect(verify()).toMatchObject({ status: 0 });
    await ask(parley, `UPDATE audit_logs SET action = 'restored' WHERE action = 'suspended'`);
    const bent = verify();
    expect(bent.stdout).toMatch(/Row \d+ was altered/);
    expect(bent.status).toBe(1);
  });
});

const connected = async () =>
  Number(
    (await ask(parley, 'SELECT count(*) FROM meeting_presences WHERE is_connected AND closed_at IS NULL'))[0]
      .count,
  );

const verify = () =>
  spawnSync('./parley', ['audit', 'verify', '--data', parley.data], { cwd: root, encoding: 'utf8' });
