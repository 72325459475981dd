// Takes the pictures of docs/images from a running Parley: node pictures.mjs http://localhost:8080
// People are painted clips (media/), so that a picture shows a meeting and not a test pattern.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';

const address = process.argv[2] ?? 'http://localhost:8080';
const out = fileURLToPath(new URL('../docs/images/', import.meta.url));
// Chromium shows the file's name as the camera's; from here it is a short one.
process.chdir(fileURLToPath(new URL('media/', import.meta.url)));
const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
mkdirSync(out, { recursive: true });

async function person(face) {
  const browser = await puppeteer.launch({
    executablePath: '/usr/bin/chromium',
    pipe: true,
    defaultViewport: desktop,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--mute-audio',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${face}.mjpeg`,
      '--allow-loopback-in-peer-connection',
      '--disable-features=WebRtcHideLocalIpsWithMdns',
    ],
  });
  const page = (await browser.pages())[0];
  return { browser, page };
}

const button = (page, name) => page.locator(`::-p-aria([name="${name}"][role="button"])`);
const theme = (page, value) => page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
const settled = (page) => page.evaluate(() => new Promise((done) => setTimeout(done, 1500)));

/** Both sizes in both lights; `light` turns the page to one of them. */
async function shots(page, name, light = theme) {
  for (const value of ['light', 'dark']) {
    await page.setViewport(desktop);
    await light(page, value);
    for (const [size, viewport] of [
      ['desktop', desktop],
      ['phone', phone],
    ]) {
      await page.setViewport(viewport);
      await settled(page);
      await page.screenshot({ path: `${out}${name}-${size}-${value}.png` });
    }
  }
  await page.setViewport(desktop);
}

/** The room is dark whatever the theme; its menu turns the lights up. */
async function roomLight(page, value) {
  await button(page, 'More').click();
  await page.locator(`::-p-text(${value === 'light' ? 'Lights up' : 'Lights down'})`).click();
}

async function call(path, body, headers = {}) {
  const answer = await fetch(address + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}

const signedUp = await call('/api/v1/users', {
  email: `amara.${crypto.randomUUID().slice(0, 8)}@example.org`,
  password: 'correct horse battery 9',
  fullName: 'Amara Okafor',
  displayName: 'Amara Okafor',
});
const cookies = signedUp.headers.getSetCookie().map((line) => line.split(';')[0]);
const guard = { cookie: `${cookies.join('; ')}; XSRF-TOKEN=pictures`, 'x-xsrf-token': 'pictures' };
const meeting = await (
  await call('/api/v1/meetings', { title: 'Harbour library, design review' }, guard)
).json();

const people = [];
for (const [face, name] of [
  ['jonas', 'Jonas Lindqvist'],
  ['priya', 'Priya Nair'],
  ['amara', 'Amara Okafor'],
]) {
  const { browser, page } = await person(face);
  people.push(browser);
  if (face === 'amara') {
    await page.goto(address);
    await shots(page, 'front');
    for (const cookie of cookies) {
      const [key, ...value] = cookie.split('=');
      await browser.setCookie({
        name: key,
        value: value.join('='),
        domain: new URL(address).hostname,
        path: '/',
      });
    }
  }
  await page.goto(meeting.joinUrl);
  if (face === 'amara') {
    await settled(page);
    await shots(page, 'prejoin');
  } else {
    await page.locator('input').fill(name);
  }
  await button(page, 'Join').click();
  await page.waitForSelector('[data-presence]');
  if (face !== 'jonas') continue;
  await button(page, 'Microphone').click();
}
const page = (await people.at(-1).pages())[0];
await page.waitForFunction(
  () =>
    [...document.querySelectorAll('[data-presence] video')].filter((video) => video.videoWidth > 600)
      .length >= 3,
  { timeout: 60_000 },
);
await shots(page, 'room-three', roomLight);
for (const browser of people) await browser.close();
