import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Api, type Admission } from '../support/api.ts';
import { launch, Tab } from '../support/browsers.ts';
import { Instance } from '../support/instance.ts';
import { framesRise, joinAsGuest, seesOthers } from '../support/room.ts';
import { field, number, RawSignal, varint } from '../support/signal.ts';

const GUESTS = 40;
const MEGABYTE = 1024 * 1024;

let parley: Instance;
let browser: Browser;

beforeAll(async () => {
  parley = await Instance.start({ port: 8350, environment: { PARLEY_JAVA_OPTIONS: '-Xmx1g' } });
  browser = await launch('chromium');
});

afterAll(async () => {
  await browser?.close();
  await parley?.stop();
});

const repeated = (part: Buffer, times: number) => Buffer.alloc(part.length * times, part);

const session =
  'v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=ice-ufrag:QVNv\r\na=ice-pwd:0dtNYK0BhaNR9zinsOVW4e/O\r\n' +
  `a=fingerprint:sha-256 ${Array(32).fill('CD').join(':')}\r\n`;

const offer = (sdp: string) => field(1, Buffer.concat([field(1, 'offer'), field(2, session + sdp)]));

const camera = (cid: string, name: string) =>
  field(4, Buffer.concat([field(1, cid), field(2, name), number(3, 1), number(8, 1)]));

/** What one guest sends over one socket; each is more than any client ever says. */
const attacks: Record<string, Buffer[]> = {
  'subscribes to tracks with names of 64 kB': [
    field(6, Buffer.concat([repeated(field(1, 'x'.repeat(65_000)), 29), number(2, 1)])),
  ],
  'subscribes to 300,000 tracks that are not there': [
    field(6, Buffer.concat([repeated(field(1, 'TR_x'), 300_000), number(2, 1)])),
  ],
  'permits a million nobodies': [field(11, repeated(field(2, ''), 900_000))],
  'lists 1.9 million features': [
    camera('mine', 'mine'),
    field(17, Buffer.concat([field(1, 'TR_mine'), field(2, Buffer.alloc(1_900_000, 1))])),
  ],
  'offers 600,000 formats and 3,900 lines of feedback': [
    offer(
      `m=video 9 UDP/TLS/RTP/SAVPF${' 96'.repeat(600_000)}\r\na=mid:0\r\na=rtpmap:96 VP8/90000\r\na=sendonly\r\n` +
        'a=rtcp-fb:* nack\r\n'.repeat(3_900),
    ),
  ],
  'names four encodings as nobody does, over and over': Array.from({ length: 60 }, (_, i) => [
    camera(`c${i}`, 'camera'),
    offer(
      'm=video 9 UDP/TLS/RTP/SAVPF 96\r\na=mid:0\r\na=rtpmap:96 VP8/90000\r\na=sendonly\r\n' +
        'a=rid:1 send\r\na=rid:2 send\r\na=rid:3 send\r\na=rid:4 send\r\na=simulcast:send 1;2;3;4\r\n',
    ),
  ]).flat(),
  'announces tracks with names of 12 kB': repeatedly(camera('c', 'n'.repeat(12_000)), 60),
  'announces tracks of a kind nobody knows': repeatedly(
    field(4, Buffer.concat([field(1, 'c'), number(3, 1), number(8, 99), field(17, varint(99))])),
    900,
  ),
  'says hello without a pause': repeatedly(number(14, 1), 20_000),
  'sends one message of 8 MB': [field(15, field(1, 'm'.repeat(8 * MEGABYTE)))],
  'sends what is no message': [Buffer.alloc(2000, 0xff)],
};

function repeatedly(message: Buffer, times: number): Buffer[] {
  return Array<Buffer>(times).fill(message);
}

/**
 * Each attack over a socket of its own, with the same token, beginning with another one for each guest; what
 * the server said to each.
 */
async function attack(admission: Admission, guest: number): Promise<[string, string][]> {
  const answers: [string, string][] = [];
  const all = Object.entries(attacks);
  const first = guest % all.length;
  for (const [what, messages] of [...all.slice(first), ...all.slice(0, first)]) {
    const signal = await RawSignal.open(parley.address, admission);
    if (typeof signal === 'number') {
      answers.push([what, `${signal}`]);
      continue;
    }
    messages.forEach((message) => signal.send(message));
    answers.push([what, await signal.ended]);
  }
  return answers;
}

test('forty guests who send what no client sends are sent away with a reason, and two who talk notice nothing', async () => {
  const meeting = await (await Api.signedUp(parley, 'Amara Okafor')).meet();
  const amara = await Tab.open(browser);
  const ben = await Tab.open(browser);
  await joinAsGuest(amara, meeting.joinUrl, 'Amara');
  await joinAsGuest(ben, meeting.joinUrl, 'Ben');
  await seesOthers(amara, 'Amara', 1);
  await seesOthers(ben, 'Ben', 1);
  const reconnects = [await watched(amara), await watched(ben)];

  const guests = await Promise.all(
    Array.from({ length: GUESTS }, (_, i) =>
      new Api(parley.address).join(meeting.code, { displayName: `Guest ${i}` }),
    ),
  );
  const answers = Promise.all(guests.map(attack));
  while (!(await settledWithin(answers, 1000))) {
    await framesRise(amara, 'Amara, under attack', 10);
    await framesRise(ben, 'Ben, under attack', 10);
  }

  const given = (await answers).flat();
  for (const [what, answer] of given) expect(answer, what).toMatch(/^(100[789] \S.*|429)$/);
  for (const what of Object.keys(attacks)) {
    expect(
      given.some(([which, answer]) => which === what && answer !== '429'),
      what,
    ).toBe(true);
  }
  await framesRise(amara, 'Amara, afterwards');
  await framesRise(ben, 'Ben, afterwards');
  for (const count of reconnects) expect(await count()).toBe(0);
  expect(parley.complaints()).toEqual([]);
}, 120_000);

/** How many signal sockets a page has opened since. */
async function watched(tab: Tab): Promise<() => Promise<number>> {
  let opened = 0;
  const session = await tab.page.createCDPSession();
  await session.send('Network.enable');
  session.on('Network.webSocketCreated', ({ url }) => {
    if (url.includes('/rtc')) opened++;
  });
  return async () => opened;
}

function settledWithin(promise: Promise<unknown>, ms: number): Promise<boolean> {
  const later = new Promise<boolean>((done) => setTimeout(() => done(false), ms));
  return Promise.race([promise.then(() => true), later]);
}
