import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, ElementHandle } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriousFindings } from '../support/access.ts';
import { PASSWORD } from '../support/api.ts';
import { launch, Tab } from '../support/browsers.ts';
import { Instance } from '../support/instance.ts';
import { inRoom } from '../support/room.ts';
import { until } from '../support/until.ts';
import { unzip } from '../support/unzip.ts';

let parley: Instance;
let browser: Browser;
let tab: Tab;
const folder = mkdtempSync(join(tmpdir(), 'parley-picture-'));
const EMAIL = 'amara@example.org';

beforeAll(async () => {
  parley = await Instance.start({ port: 9110 });
  browser = await launch('chromium');
  tab = await Tab.open(browser, { dark: false });
  await tab.go(`${parley.address}/signup`);
  await tab.fill('Name', 'Amara Okafor');
  await tab.fill('E-mail', EMAIL);
  await tab.fill('Password', PASSWORD);
  await tab.press('Sign up');
  await tab.find('Start now');
});

afterAll(async () => {
  await browser?.close();
  await parley?.stop();
  rmSync(folder, { recursive: true });
});

const clean = async (where: string) => expect(await seriousFindings(tab), where).toEqual([]);

/** The first picture of a recorded camera: a whole JPEG. */
function photograph(): string {
  const camera = readFileSync(fileURLToPath(new URL('../media/amara.mjpeg', import.meta.url)));
  const end = camera.indexOf(Buffer.from([0xff, 0xd9])) + 2;
  const path = join(folder, 'me.jpg');
  writeFileSync(path, camera.subarray(camera.indexOf(Buffer.from([0xff, 0xd8])), end));
  return path;
}

test('a picture is chosen, cropped by keyboard and shown in the room', async () => {
  await tab.go(`${parley.address}/account`);
  await tab.find('Add a picture');
  await clean('profile');
  const input = (await tab.page.$('input[type=file]')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(photograph());
  await tab.find('Use this picture');
  const place = () => tab.page.$eval('[role=application] img', (img) => (img as HTMLElement).style.left);
  const before = await place();
  await tab.page.focus('[role=application]');
  await tab.page.keyboard.press('+');
  await tab.page.keyboard.press('ArrowRight');
  expect(await place()).not.toBe(before);
  await clean('crop');
  await tab.press('Use this picture');
  await tab.sees('Your picture is saved.');
  await tab.find('Change picture');
  await tab.go(`${parley.address}/home`);
  await tab.press('Start now');
  await until('the pre-join page', () => tab.page.url().includes('/m/'));
  await tab.press('Join');
  await inRoom(tab);
  await tab.press('People');
  await until('the picture in the room', () =>
    tab.page.evaluate(() =>
      [...document.querySelectorAll<HTMLImageElement>('img[src^="/api/v1/pictures/"]')].some(
        (img) => img.complete && img.naturalWidth >= 64,
      ),
    ),
  );
  await tab.press('Leave');
});

test('everything about me arrives in one archive', async () => {
  await tab.go(`${parley.address}/account/privacy`);
  await tab.find('Download everything about me');
  await clean('privacy');
  await tab.press('Download everything about me');
  await tab.sees('Your archive is ready', 60);
  const base64 = await tab.page.evaluate(async () => {
    const { export: ready } = await (await fetch('/api/v1/users/me/exports/latest')).json();
    const bytes = new Uint8Array(
      await (await fetch(`/api/v1/users/me/exports/${ready.id}/archive`)).arrayBuffer(),
    );
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  });
  const files = unzip(Buffer.from(base64, 'base64'));
  expect(JSON.parse(files.get('users.json')!.toString())[0]).toMatchObject({
    email: EMAIL,
    display_name: 'Amara Okafor',
  });
  expect(files.get('index.html')!.toString()).toContain(EMAIL);
  expect([...files.keys()].filter((name) => name.startsWith('files/picture'))).toHaveLength(4);
});

test('an API key is made, works within its scopes, and dies when revoked', async () => {
  await tab.go(`${parley.address}/account/api-keys`);
  await tab.press('New key');
  await tab.fill('Name', 'Calendar');
  await tab.press('See your account');
  await clean('new key');
  await tab.press('Make key');
  const field = await tab.find('API key');
  const secret = await field.evaluate((input) => (input as HTMLInputElement).value);
  await clean('shown once');
  await tab.press('Done');
  await tab.sees('Calendar');
  await clean('keys');
  const ask = (path: string) =>
    fetch(`${parley.address}${path}`, { headers: { authorization: `Bearer ${secret}` } });
  expect((await (await ask('/api/v1/users/me')).json()).email).toBe(EMAIL);
  expect((await ask('/api/v1/meetings')).status).toBe(403);
  await tab.press('Revoke Calendar');
  await tab.press('Revoke key');
  await tab.sees('No program acts for you.');
  expect((await ask('/api/v1/users/me')).status).toBe(401);
});

test('an account is deleted, and restored by logging in', async () => {
  await tab.go(`${parley.address}/account/privacy`);
  await tab.press('Delete my account');
  const words = 'Type “delete my account”';
  await tab.fill(words, 'delete my account');
  await clean('delete');
  const buttons = await tab.page.$$('[role=dialog] button[type=submit]');
  await buttons[0]!.click();
  await until('the page that says so', () => tab.page.url().includes('/restore?until='));
  await tab.sees('Until then you can restore it.');
  await clean('deleted');
  await tab.press('Log in');
  await tab.fill('E-mail', EMAIL);
  await tab.fill('Password', PASSWORD);
  await tab.press('Log in');
  await tab.sees('You deleted this account.');
  await clean('the way back');
  await tab.press('Restore my account');
  await tab.find('Schedule');
});
