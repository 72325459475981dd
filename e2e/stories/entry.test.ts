import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriousFindings } from '../support/access.ts';
import { PASSWORD } from '../support/api.ts';
import { launch, Tab } from '../support/browsers.ts';
import { ask } from '../support/database.ts';
import { Instance } from '../support/instance.ts';
import { until } from '../support/until.ts';

let parley: Instance;
let browser: Browser;
let admin: Tab;

beforeAll(async () => {
  parley = await Instance.start({ port: 9060 });
  browser = await launch('chromium');
  admin = await Tab.open(browser);
  await admin.go(parley.setupUrl!);
  await admin.fill('Name', 'Ada Admin');
  await admin.fill('E-mail', 'ada@example.org');
  await admin.fill('Password', PASSWORD);
  await admin.press('Create administrator');
  await admin.find('Start now');
});

afterAll(async () => {
  await browser?.close();
  await parley?.stop();
});

const clean = async (tab: Tab, where: string) => expect(await seriousFindings(tab), where).toEqual([]);

/** The newest link to this page in the mailbox that an administrator reads while no mail server is set. */
async function mailedLink(to: string, page: string): Promise<string> {
  return until(`a mail to ${to} with a link to ${page}`, () =>
    admin.page.evaluate(
      async (recipient, path) => {
        const list = await (await fetch('/api/v1/staff/mailbox')).json();
        for (const line of list.items) {
          if (line.to !== recipient) continue;
          const mail = await (await fetch(`/api/v1/staff/mailbox/${line.id}`)).json();
          const link = new RegExp(`http[^\\s]*${path}#[^\\s]+`).exec(mail.text ?? '');
          if (link) return link[0];
        }
        return '';
      },
      to,
      page,
    ),
  );
}

const status = (tab: Tab) => tab.page.evaluate(async () => (await fetch('/api/v1/users/me')).status);

async function logIn(tab: Tab, email: string, password: string) {
  await tab.go(`${parley.address}/login`);
  await tab.fill('E-mail', email);
  await tab.fill('Password', password);
  await tab.press('Log in');
}

test('by invitation: rules in the console, a mailed link, an account with a proven address', async () => {
  await admin.go(`${parley.address}/staff/settings`);
  await admin.find('Who may make an account');
  await clean(admin, 'rules');
  await admin.page.select('select', 'invitation');
  await admin.press('Save');
  await admin.sees('The rules hold from now on');

  const guest = await Tab.open(browser);
  await guest.go(parley.address);
  await guest.sees('This Parley is by invitation');
  await guest.go(`${parley.address}/signup`);
  await guest.sees('This Parley is by invitation');
  expect(await guest.has('Password')).toBe(false);
  await clean(guest, 'sign-up by invitation');

  await admin.go(`${parley.address}/staff/invitations`);
  await admin.fill('E-mail', 'bo@example.org');
  await admin.press('Invite');
  await admin.sees('bo@example.org');
  await clean(admin, 'invitations');

  await guest.go(await mailedLink('bo@example.org', '/signup'));
  await guest.sees('You are invited');
  await guest.fill('Name', 'Bo Guest');
  await guest.fill('Password', PASSWORD);
  await guest.press('Sign up');
  await guest.find('Start now');
  const me = await guest.page.evaluate(async () => (await fetch('/api/v1/users/me')).json());
  expect(me).toMatchObject({ email: 'bo@example.org', emailVerified: true });
  await guest.close();
  await admin.go(`${parley.address}/staff/invitations`);
  await admin.sees('Accepted');
});

test('a session that is ended on another browser is out within a second', async () => {
  const here = await Tab.open(browser);
  const there = await Tab.open(browser);
  await logIn(here, 'bo@example.org', PASSWORD);
  await here.find('Start now');
  await logIn(there, 'bo@example.org', PASSWORD);
  await there.find('Start now');
  await here.go(`${parley.address}/account/security`);
  await here.sees('This device');
  await clean(here, 'security');
  await here.press('Log out everywhere else');
  await here.find('Cancel');
  await here.page.evaluate(() => {
    const dialog = document.querySelector('[role=dialog]')!;
    [...dialog.querySelectorAll('button')].at(-1)!.click();
  });
  await until('the other browser is out', async () => (await status(there)) === 401, 1.5);
  expect(await status(here)).toBe(200);
  await here.close();
  await there.close();
});

test('forgot, look in the mail, choose, log in', async () => {
  const tab = await Tab.open(browser);
  await tab.go(`${parley.address}/login`);
  await tab.press('Forgot your password?');
  await tab.sees('This server sends no mail');
  await clean(tab, 'forgot');
  await tab.fill('E-mail', 'bo@example.org');
  await tab.press('Ask for the link');
  await tab.sees('Ask for your link');
  await tab.go(await mailedLink('bo@example.org', '/reset'));
  await tab.sees('For bo@example.org');
  await clean(tab, 'reset');
  await tab.fill('New password', 'seven green lanterns hum');
  await tab.press('Change my password');
  await tab.sees('Your password is changed');
  await logIn(tab, 'bo@example.org', 'seven green lanterns hum');
  await tab.find('Start now');
  await tab.close();
});

test('another address, confirmed there, taken back here', async () => {
  const tab = await Tab.open(browser);
  await logIn(tab, 'bo@example.org', 'seven green lanterns hum');
  await tab.find('Start now');
  await tab.go(`${parley.address}/account/security`);
  await tab.press('Change e-mail');
  await tab.fill('New e-mail', 'bo.new@example.org');
  await tab.press('Make the link');
  await tab.sees('bo.new@example.org takes its place');
  await tab.go(await mailedLink('bo.new@example.org', '/email-change'));
  await tab.sees('takes the place of');
  await clean(tab, 'e-mail change');
  await tab.press('Confirm');
  await tab.sees('Your e-mail is changed');
  await tab.go(await mailedLink('bo@example.org', '/email-change/stop'));
  await tab.sees('This was not me');
  await clean(tab, 'taking back');
  await tab.press('Take my account back');
  await tab.sees('Choose a new password');
  expect(await status(tab)).toBe(401);
  await tab.fill('New password', 'nine quiet rivers run');
  await tab.press('Change my password');
  await tab.sees('Your password is changed');
  await logIn(tab, 'bo@example.org', 'nine quiet rivers run');
  await tab.find('Start now');
  await tab.close();
});

test('a mail with a heading of one long word fits a phone, light and dark', async () => {
  const [mail] = await ask<{ html_body: string }>(
    parley,
    "SELECT html_body FROM outgoing_mails WHERE html_body <> '' ORDER BY id DESC LIMIT 1",
  );
  const word = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung';
  const html = mail!.html_body.replace(/<h1>[^<]*</, `<h1>${word}<`).replace(/">[^<]*<\/a>/, `">${word}</a>`);
  for (const dark of [false, true]) {
    const tab = await Tab.open(browser, { dark });
    await tab.page.setViewport({ width: 320, height: 700 });
    await tab.page.setContent(html);
    expect(await tab.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(await tab.page.evaluate(() => document.querySelector('h1')!.textContent)).toBe(word);
  }
});
