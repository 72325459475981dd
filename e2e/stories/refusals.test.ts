import { JoinRequest, WrappedJoinRequest } from '@livekit/protocol';
import { createHmac, randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { get } from 'node:http';
import { connect } from 'node:net';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Api, Problem } from '../support/api.ts';
import { launch, Tab } from '../support/browsers.ts';
import { Instance } from '../support/instance.ts';
import { framesRise, inRoom, joinAsGuest, seesOthers } from '../support/room.ts';
import { until } from '../support/until.ts';

let parley: Instance;
let browser: Browser;
let host: Api;

beforeAll(async () => {
  parley = await Instance.start({ port: 8360 });
  browser = await launch('chromium');
  host = await Api.signedUp(parley, 'Amara Okafor');
});

afterAll(async () => {
  await browser?.close();
  await parley?.stop();
});

const code = async (refused: Promise<unknown>) =>
  refused.then(
    () => 'nothing was refused',
    (error) => (error instanceof Problem ? `${error.status} ${error.code}` : String(error)),
  );

test('a full, a locked and an ended meeting say so on the page, and let in who may come later', async () => {
  const meeting = await host.meet({ maxParticipants: 2 });
  const first = await new Api(parley.address).join(meeting.code, { displayName: 'Ben' });
  expect(first.status).toBe('admitted');
  await new Api(parley.address).join(meeting.code, { displayName: 'Fatou' });
  const kenji = await Tab.open(browser);
  await kenji.go(meeting.joinUrl);
  await kenji.fill('Your name', 'Kenji');
  await kenji.press('Join');
  await kenji.sees('The meeting is full (2 people)');

  await host.call('PATCH', `/api/v1/meetings/${meeting.code}`, { maxParticipants: 5, isLocked: true });
  await kenji.press('Join');
  await kenji.sees('The host has locked this meeting');

  await host.call('PATCH', `/api/v1/meetings/${meeting.code}`, { isLocked: false });
  await kenji.press('Join');
  await inRoom(kenji);

  await host.call('POST', `/api/v1/meetings/${meeting.code}/end`);
  await kenji.sees('ended');
  const late = await Tab.open(browser);
  await late.go(meeting.joinUrl);
  await late.sees('This meeting has ended');
  expect(await code(new Api(parley.address).join(meeting.code, { displayName: 'Late' }))).toBe(
    '410 meeting_ended',
  );
  await kenji.close();
  await late.close();
});

test('bad input is refused with a code: JSON, doubled names, an altered invite, a foreign page', async () => {
  const meeting = await host.meet();
  const send = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${parley.address}/api/v1/meetings/${meeting.code}/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    }).then(async (answer) => `${answer.status} ${(await answer.json()).code}`);
  expect(await send('{"displayName":')).toBe('400 malformed_json');
  expect(await send('{"displayName":"A","displayName":"B"}')).toBe('400 malformed_json');
  expect(await send('{"displayName":"A","__proto__":{"role":"host"}}')).toBe('400 malformed_json');
  expect(await send(`{"displayName":"${'A'.repeat(200_000)}"}`)).toMatch(/^4\d\d /);
  expect(await send('{"displayName":"A"}', { origin: 'https://evil.example' })).toBe('403 foreign_origin');
  const altered = meeting.joinUrl.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  expect(
    await code(
      new Api(parley.address).join(meeting.code, {
        displayName: 'A',
        invite: new URL(altered).searchParams.get('invite'),
      }),
    ),
  ).toBe('403 invalid_invite');
});

/** The status that answers the opening of a WebSocket: 101 where it opens. */
function upgrade(url: string, headers: Record<string, string> = {}): Promise<number> {
  return new Promise((done, fail) => {
    const asked = get(url.replace(/^ws/, 'http'), {
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': randomBytes(16).toString('base64'),
        ...headers,
      },
    });
    asked.on('response', (answer) => (answer.resume(), done(answer.statusCode!)));
    asked.on('upgrade', (answer, socket) => (socket.destroy(), done(answer.statusCode!)));
    asked.on('error', fail);
  });
}

test('the media door opens for its own token alone', async () => {
  const meeting = await host.meet();
  const other = await host.meet();
  const admission = await new Api(parley.address).join(meeting.code, { displayName: 'Ben' });
  const { url, token } = admission.media;
  const [head, body, signature] = token.split('.') as [string, string, string];
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
  const request = Buffer.from(
    new WrappedJoinRequest({ joinRequest: new JoinRequest({ clientInfo: {} }).toBinary() }).toBinary(),
  ).toString('base64');
  const status = async (forged: string) => {
    const query = new URLSearchParams({ join_request: request, access_token: forged });
    return (await fetch(`${url.replace(/^ws/, 'http')}/rtc/v1/validate?${query}`)).status;
  };

  expect(await status(token)).toBe(200);
  expect(await status(`${head}.${body}.${signature.slice(0, -4)}AAAA`)).toBe(401);
  expect(await status(`${encode({ alg: 'none', typ: 'JWT' })}.${body}.`)).toBe(401);
  const signed = (header: object, payload: object, key: string) => {
    const text = `${encode(header)}.${encode(payload)}`;
    return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
  };
  expect(await status(signed({ alg: 'HS256' }, claims, ''))).toBe(401);
  expect(await status(signed({ alg: 'HS256' }, { ...claims, exp: 1 }, 'guess'))).toBe(401);
  expect(
    await status(`${head}.${encode({ ...claims, video: { ...claims.video, room: other.id } })}.${signature}`),
  ).toBe(401);
  const door = (key: string) =>
    `${url}/rtc/v1?${new URLSearchParams({ join_request: request, access_token: key })}`;
  expect(await upgrade(door(token))).toBe(101);
  expect(await upgrade(door(`${token.slice(0, -4)}AAAA`))).toBe(401);

  const updates = `${parley.address}/api/v1/updates`;
  const bearer = { authorization: `Bearer ${admission.participantToken}` };
  expect(await upgrade(updates, { origin: parley.address })).toBe(401);
  expect(await upgrade(updates, { ...bearer, origin: 'https://evil.example' })).toBe(403);
  expect(await upgrade(updates, bearer)).toBe(101);
});

/** One counter of /actuator/prometheus, summed over the drop reasons whose name matches. */
async function drops(reason: RegExp): Promise<number> {
  const page = await (await fetch(`${parley.address}/actuator/prometheus`)).text();
  return page
    .split('\n')
    .filter((line) => line.startsWith('parley_media_drops_total{') && reason.test(line))
    .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

test('random datagrams and half a handshake are counted, and nobody in a meeting notices', async () => {
  const meeting = await host.meet();
  const ben = await Tab.open(browser);
  const fatou = await Tab.open(browser);
  await joinAsGuest(ben, meeting.joinUrl, 'Ben');
  await joinAsGuest(fatou, meeting.joinUrl, 'Fatou');
  await seesOthers(ben, 'Ben', 1);
  await seesOthers(fatou, 'Fatou', 1);
  const before = await drops(/./);
  const lost = async () => (await ben.inbound()).reduce((sum, s) => sum + s.lost, 0);
  const lostBefore = await lost();

  const socket = createSocket('udp4');
  const noise = Array.from({ length: 64 }, (_, i) => {
    const bytes = randomBytes(1 + ((i * 37) % 1400));
    // STUN, DTLS and SRTP by their first byte (RFC 7983), and what is none of them.
    bytes[0] = [0, 1, 22, 128, 144, 200, 63, 255][i % 8]!;
    return bytes;
  });
  let sent = 0;
  for (let burst = 0; burst < 300; burst++) {
    await Promise.all(
      noise.map(
        (bytes) =>
          new Promise<void>((done) =>
            socket.send(bytes, parley.mediaUdpPort, '127.0.0.1', () => (sent++, done())),
          ),
      ),
    );
  }
  socket.close();
  const half = connect(parley.options.port + 2, '127.0.0.1');
  half.on('error', () => undefined);
  half.write(Buffer.from([0, 20, 22, 254, 253]));

  await framesRise(ben, 'Ben', 30);
  await framesRise(fatou, 'Fatou', 30);
  await until('the drops are counted', async () => (await drops(/./)) - before > sent / 4);
  expect((await lost()) - lostBefore).toBeLessThan(20);
  half.destroy();
  expect(parley.complaints()).toEqual([]);
  await ben.close();
  await fatou.close();
});
