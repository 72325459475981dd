import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriousFindings } from '../support/access.ts';
import { PASSWORD } from '../support/api.ts';
import { Authenticator, CodeApp } from '../support/authenticator.ts';
import { launch, Tab } from '../support/browsers.ts';
import { ask } from '../support/database.ts';
import { Instance } from '../support/instance.ts';
import { step } from '../support/step.ts';
import { until } from '../support/until.ts';

let parley: Instance;
let browser: Browser;

beforeAll(async () => {
  parley = await Instance.start({ port: 9020 });
  browser = await launch('chromium');
});

afterAll(async () => {
  await browser?.close();
  await parley?.stop();
});

const at = (tab: Tab, path: string) =>
  until(`the page ${path}`, () => new URL(tab.page.url()).pathname === path, 30);

async function signUp(tab: Tab, email: string) {
  await tab.go(`${parley.address}/signup`);
  await tab.fill('Name', 'Amara Okafor');
  await tab.fill('E-mail', email);
  await tab.fill('Password', PASSWORD);
  await tab.press('Sign up');
  await at(tab, '/home');
}

async function logOut(tab: Tab) {
  await tab.go(`${parley.address}/account`);
  // The button moves while the page above it fills.
  await (await tab.find('Log out')).evaluate((button) => (button as HTMLElement).click());
  await at(tab, '/');
}

async function giveThePassword(tab: Tab, email: string) {
  await tab.go(`${parley.address}/login`);
  await tab.fill('E-mail', email);
  await tab.fill('Password', PASSWORD);
  await tab.press('Log in');
}

/** As if the log-in lay a while back. */
const longAgo = (email: string) =>
  ask(
    parley,
    `UPDATE login_sessions SET proven_at = now() - interval '11 minutes'
     WHERE user_id = (SELECT id FROM users WHERE email = $1)`,
    [email],
  );

async function secretShown(tab: Tab): Promise<string> {
  await tab.sees('Set up an authenticator app');
  return tab.page.$eval('[role=dialog] code', (shown) => shown.textContent ?? '');
}

async function codesShown(tab: Tab): Promise<string[]> {
  await tab.sees('Your recovery codes');
  return tab.page.$$eval('[role=dialog] li', (all) => all.map((one) => one.textContent ?? ''));
}

test('a passkey is added, opens the account by button and by suggestion, and is removed', async () => {
  const email = 'passkey@example.org';
  const tab = await Tab.open(browser);
  const authenticator = await Authenticator.of(tab);
  await signUp(tab, email);
  await step('add', async () => {
    await authenticator.touched(true);
    await tab.go(`${parley.address}/account/security`);
    await tab.press('Add a passkey');
    await tab.sees('Passkey, added today');
    expect(await authenticator.passkeys()).toBe(1);
  });
  await step('log in by the button', async () => {
    await authenticator.touched(false);
    await logOut(tab);
    await tab.go(`${parley.address}/login`);
    await tab.press('Log in with a passkey');
    // Only then: touched before, the browser's suggestion answers beside the button, in either order.
    await authenticator.touched(true);
    await at(tab, '/home');
  });
  await step('log in by what the browser suggests', async () => {
    await authenticator.touched(false);
    await logOut(tab);
    await authenticator.touched(true);
    await tab.go(`${parley.address}/login`);
    await at(tab, '/home');
  });
  await step('remove, which asks for the password', async () => {
    await authenticator.touched(false);
    await longAgo(email);
    await tab.go(`${parley.address}/account/security`);
    await tab.sees('Passkey, last used today');
    await tab.press('More about Chrome on Linux');
    await tab.press('Remove');
    await tab.press('Remove passkey');
    await tab.sees('Confirm that it is you');
    expect(await seriousFindings(tab)).toEqual([]);
    await tab.fill('Password', 'not the password');
    await tab.press('Confirm');
    await tab.sees('That is not your password.');
    await tab.fill('Password', PASSWORD);
    await tab.press('Confirm');
    await until('no passkey', async () => !(await tab.has('More about Chrome on Linux')));
  });
  await tab.close();
});

test('an authenticator app is set up and asked for at log-in; a recovery code does instead', async () => {
  const email = 'app@example.org';
  const tab = await Tab.open(browser);
  await signUp(tab, email);
  let app!: CodeApp;
  let codes: string[] = [];
  await step('set up', async () => {
    await tab.go(`${parley.address}/account/security`);
    await tab.press('Set up');
    app = new CodeApp(await secretShown(tab));
    await tab.fill('Code', await app.code());
    await tab.press('Turn on');
    codes = await codesShown(tab);
    expect(codes).toHaveLength(10);
    await tab.press('I have kept them');
    await tab.sees('10 of 10 left.');
  });
  await step('log in with a code', async () => {
    await logOut(tab);
    await giveThePassword(tab, email);
    await tab.sees('One more step');
    await tab.fill('Code', '000000');
    await tab.press('Log in');
    await tab.sees('That code does not fit');
    await tab.fill('Code', await app.code());
    await tab.press('Log in');
    await at(tab, '/home');
  });
  await step('log in with a recovery code', async () => {
    await logOut(tab);
    await giveThePassword(tab, email);
    await tab.press('Use a recovery code');
    await tab.fill('Recovery code', codes[4]!.toUpperCase());
    await tab.press('Log in');
    await at(tab, '/home');
    await tab.go(`${parley.address}/account/security`);
    await tab.sees('9 of 10 left.');
    await tab.sees('Recovery code used');
  });
  await step('new codes ask for password and code; a cancelled question changes nothing', async () => {
    await longAgo(email);
    await tab.press('New codes');
    await tab.sees('Confirm that it is you');
    await tab.press('Cancel');
    await tab.sees('Nothing was done');
    await tab.press('New codes');
    await tab.fill('Password', PASSWORD);
    await tab.fill('Code', await app.code());
    await tab.press('Confirm');
    expect(await codesShown(tab)).not.toContain(codes[0]);
  });
  const mails = await ask(parley, 'SELECT subject FROM outgoing_mails WHERE recipient = $1 ORDER BY id', [
    email,
  ]);
  expect(mails.map(({ subject }) => subject)).toEqual(
    expect.arrayContaining([
      'An authenticator app was turned on',
      'A recovery code was used',
      'New recovery codes were made',
    ]),
  );
  await tab.close();
});

test('a passkey is the second step', async () => {
  const email = 'step@example.org';
  const tab = await Tab.open(browser);
  const authenticator = await Authenticator.of(tab);
  await signUp(tab, email);
  await authenticator.touched(true);
  await tab.go(`${parley.address}/account/security`);
  await tab.press('Add a passkey');
  await tab.press('Turn on passkey after the password');
  expect(await codesShown(tab)).toHaveLength(10);
  await tab.press('I have kept them');
  await authenticator.touched(false);
  await logOut(tab);
  await giveThePassword(tab, email);
  await tab.sees('One more step');
  await authenticator.touched(true);
  await tab.press('Use a passkey');
  await at(tab, '/home');
  const [user] = await ask(parley, 'SELECT two_fa_enabled FROM users WHERE email = $1', [email]);
  expect(user.two_fa_enabled).toBe(true);
  await tab.close();
});

test.each([true, false])('axe finds nothing serious on these pages (dark: %s)', async (dark) => {
  const email = `axe.${dark}@example.org`;
  const tab = await Tab.open(browser, { dark });
  const clean = async (where: string) => expect(await seriousFindings(tab), where).toEqual([]);
  await signUp(tab, email);
  await tab.go(`${parley.address}/account/security`);
  await tab.press('Set up');
  const app = new CodeApp(await secretShown(tab));
  await clean('set-up');
  await tab.fill('Code', await app.code());
  await tab.press('Turn on');
  await codesShown(tab);
  await clean('recovery codes');
  await tab.press('I have kept them');
  await tab.sees('What just happened');
  await clean('security');
  await logOut(tab);
  await giveThePassword(tab, email);
  await tab.sees('One more step');
  await clean('second step');
  await tab.close();
});
