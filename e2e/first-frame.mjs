// From the click on Join to the first picture of somebody else, in a real Chromium against a running Parley:
// node first-frame.mjs http://localhost:8080 [joins]
// Prints every join's milliseconds and their median. One person with a camera is in the meeting already.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';

const [address = 'http://localhost:8080', joins = '15'] = process.argv.slice(2);

async function chromium() {
  return puppeteer.launch({
    executablePath: '/usr/bin/chromium',
    pipe: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--mute-audio',
      '--autoplay-policy=no-user-gesture-required',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream=fps=30',
      '--allow-loopback-in-peer-connection',
      '--disable-features=WebRtcHideLocalIpsWithMdns',
    ],
  });
}

async function post(path, body, cookies) {
  // The header must only equal the cookie.
  const jar = ['XSRF-TOKEN=first-frame', ...cookies.map((cookie) => cookie.split(';')[0])];
  const response = await fetch(address + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      cookie: jar.join('; '),
      'x-xsrf-token': 'first-frame',
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return { json: await response.json(), cookies: response.headers.getSetCookie() };
}

async function newMeeting() {
  const signUp = await post(
    '/api/v1/users',
    {
      email: `first-frame-${Date.now()}@example.org`,
      password: 'correct horse battery 9',
      fullName: 'Amara Okafor',
      displayName: 'Amara',
    },
    [],
  );
  return (await post('/api/v1/meetings', { title: 'First frame' }, signUp.cookies)).json;
}

/** A synthetic participant with a face: the other person's browser is on another machine, not on this one's cores. */
function somebodyElse(code) {
  const command = [
    'bench',
    'crowd',
    '--address',
    address,
    '--code',
    code,
    '--people',
    '1',
    '--seconds',
    '600',
  ];
  const child = spawn('./parley', command, {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  return new Promise((done, fail) => {
    child.stdout.on('data', (chunk) => chunk.toString().includes('in the meeting') && done(child));
    child.on('exit', (status) => fail(new Error(`it ended with ${status}`)));
  });
}

const join = (page) => page.waitForSelector('::-p-aria([name="Join"][role="button"])');

async function preJoin(browser, url, name) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('input').fill(name);
  await join(page);
  // The own picture stands: whoever clicks has looked at it first.
  await page.waitForFunction(() => [...document.querySelectorAll('video')].some((one) => one.videoWidth > 0));
  return { context, page };
}

/** Clicks in the page itself, so that the way of the click through the driver is not counted. */
async function clickToPicture(page) {
  const button = await join(page);
  return button.evaluate(
    (element) =>
      new Promise((done) => {
        const begin = performance.now();
        const watched = new Set();
        const look = () => {
          for (const video of document.querySelectorAll('[data-presence] video')) {
            if (watched.has(video)) continue;
            watched.add(video);
            const remote = () => !video.srcObject?.getVideoTracks()[0]?.label.includes('fake');
            video.requestVideoFrameCallback(function shown() {
              if (remote()) done(performance.now() - begin);
              else video.requestVideoFrameCallback(shown);
            });
          }
        };
        new MutationObserver(look).observe(document, { subtree: true, childList: true });
        element.click();
      }),
  );
}

const meeting = await newMeeting();
const other = await somebodyElse(meeting.code);
const browser = await chromium();
const figures = [];
for (let round = 0; round < Number(joins); round++) {
  const guest = await preJoin(browser, meeting.joinUrl, `Guest ${round + 1}`);
  const milliseconds = await clickToPicture(guest.page);
  figures.push(milliseconds);
  console.log(`${Math.round(milliseconds)} ms`);
  await guest.context.close();
}
figures.sort((a, b) => a - b);
console.log(`median ${Math.round(figures[Math.floor(figures.length / 2)])} ms of ${figures.length} joins`);
await browser.close();
process.kill(-other.pid, 'SIGKILL');
