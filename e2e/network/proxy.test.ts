import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PASSWORD } from '../support/api.ts';
import { launch, Tab } from '../support/browsers.ts';
import { Instance } from '../support/instance.ts';
import { documented, Proxy } from '../support/proxy.ts';
import { hearsOthers, inRoom, joinAsGuest, seesOthers, writes } from '../support/room.ts';
import { step } from '../support/step.ts';
import { until } from '../support/until.ts';

const HEADING = 'Behind a reverse proxy';
const NAME = 'meet.example.org';
const folder = mkdtempSync(join(tmpdir(), 'parley-settings-'));

let proxy: Proxy;
let parley: Instance;
let chromium: Browser;

beforeAll(async () => {
  const namespace = process.env.PARLEY_SERVER_NAMESPACE;
  if (!namespace) throw new Error('Run by run.mjs, which makes the second host');
  const settings = join(folder, 'parley.yaml');
  writeFileSync(settings, documented(HEADING, 'yaml')[0]!);
  const [location, format, log] = documented(HEADING, 'nginx');
  proxy = await Proxy.start(namespace, NAME, format!, `${location}\n${log}`);
  parley = await Instance.start({ port: 8080, namespace, arguments: ['--config', settings] });
  chromium = await launch('chromium', {
    loopback: false,
    insecureCertificates: true,
    hosts: { [NAME]: '10.77.0.1' },
  });
});

afterAll(async () => {
  await chromium?.close();
  await parley?.stop();
  await proxy?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What the proxy wrote of requests that name this, in the address or as where they come from. */
function linesWith(text: string): string[] {
  return proxy
    .log('full')
    .split('\n')
    .filter((line) => line.includes(text));
}

/** The newest mail to somebody, as the first administrator reads it while no mail server is set. */
async function mailTo(administrator: Tab, email: string, subject: string): Promise<string> {
  return until(`a mail to ${email}`, () =>
    administrator.page.evaluate(
      async (to, about) => {
        const read = async (path: string) => (await fetch(`/api/v1/staff/mailbox${path}`)).json();
        const found = (await read('')).items.find(
          (mail: any) => JSON.stringify(mail).includes(to) && JSON.stringify(mail).includes(about),
        );
        return found ? JSON.stringify(await read(`/${found.id}`)) : null;
      },
      email,
      subject,
    ),
  );
}

test('behind nginx as the documentation shows it: two people meet over TLS', async () => {
  expect(parley.address).toBe(`https://${NAME}`);
  const amara = await Tab.open(chromium);
  const ben = await Tab.open(chromium);

  await step('the first administrator follows the printed link and starts a meeting', async () => {
    await amara.go(parley.setupUrl!);
    await amara.fill('Name', 'Amara Okafor');
    await amara.fill('E-mail', 'amara@example.org');
    await amara.fill('Password', PASSWORD);
    await amara.press('Create administrator');
    await amara.press('Start now');
    await until('the pre-join page', () => amara.page.url().includes('/m/'));
    await amara.press('Join');
    await inRoom(amara);
  });

  await step('a guest follows the link', async () => {
    const [link] = amara.page.url().split(/[?#]/);
    await joinAsGuest(ben, link!, 'Ben');
  });

  await step('they see and hear each other, and a message arrives', async () => {
    await seesOthers(amara, 'Amara', 1);
    await seesOthers(ben, 'Ben', 1);
    await hearsOthers(amara, 'Amara', 1);
    await hearsOthers(ben, 'Ben', 1);
    await writes(amara, 'Good morning');
    if (!(await ben.has('Message'))) await ben.press('Chat');
    await ben.sees('Good morning');
  });

  await step('the setup token was in one request, and in no Referer', async () => {
    const token = /token=([\w-]+)/.exec(parley.setupUrl!)![1]!;
    const lines = linesWith(token);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^GET \/setup\?token=\S+ HTTP\/1.1 "-?"$/);
    expect(amara.page.url()).not.toContain(token);
  });

  await step('the log of the documentation has no token of the media signal', async () => {
    // A proxy writes a WebSocket down when it is over.
    await ben.press('Leave');
    await ben.sees('You left');
    await amara.go(`${parley.address}/home`);
    await until('both signals in the log', () => linesWith('access_token=').length >= 2);
    expect(proxy.log('access')).toContain('"GET /rtc/v1"');
    expect(proxy.log('access')).not.toContain('token=');
    expect(parley.log.join('\n')).not.toContain('access_token');
  });

  await step('nothing complained', async () => {
    expect(amara.complaints).toEqual([]);
    expect(ben.complaints).toEqual([]);
    expect(parley.complaints()).toEqual([]);
  });
}, 240_000);

test('the secret of a mailed link is in no request and in no address', async () => {
  const amara = await Tab.open(chromium);
  const ben = await Tab.open(chromium);
  const email = 'ben@example.org';
  await step('the administrator logs in, and Ben signs up', async () => {
    await amara.go(`${parley.address}/login`);
    await amara.fill('E-mail', 'amara@example.org');
    await amara.fill('Password', PASSWORD);
    await amara.press('Log in');
    await amara.find('Console');
    await ben.go(`${parley.address}/signup`);
    await ben.fill('Name', 'Ben Adler');
    await ben.fill('E-mail', email);
    await ben.fill('Password', PASSWORD);
    await ben.press('Sign up');
    await ben.find('Start now');
  });

  await step('Ben confirms his address by the link', async () => {
    const token = tokenOf(await mailTo(amara, email, 'onfirm'), '/verify#token=');
    await ben.go(`${parley.address}/verify#token=${token}`);
    await ben.sees(email);
    expect(ben.page.url()).toBe(`${parley.address}/verify`);
    await ben.page.reload();
    await ben.press('Confirm');
    await ben.sees('Your e-mail is confirmed');
    await ben.find('My meetings');
    expect(linesWith(token)).toEqual([]);
  });

  await step('a link for a new password, and the same link as it was mailed before', async () => {
    const reader = await Tab.open(chromium);
    await reader.go(`${parley.address}/forgot`);
    await reader.fill('E-mail', email);
    await reader.press('Ask for the link');
    await reader.sees('Ask for your link');
    const token = tokenOf(await mailTo(amara, email, 'A new password'), '/reset#token=');
    await reader.go(`${parley.address}/reset#token=${token}`);
    await reader.sees(`For ${email}.`);
    expect(linesWith(token)).toEqual([]);
    await reader.go(`${parley.address}/reset?token=${token}`);
    await reader.sees(`For ${email}.`);
    expect(reader.page.url()).toBe(`${parley.address}/reset`);
    expect(linesWith(token)).toHaveLength(1);
    await reader.fill('New password', 'seven green lanterns hum');
    await reader.press('Change my password');
    await reader.sees('Your password is changed');
    expect(linesWith(token)).toHaveLength(1);
  });

  await step('no request said where it comes from', async () => {
    const told = proxy
      .log('full')
      .split('\n')
      .filter((line) => line && !/ "-?"$/.test(line));
    expect(told).toEqual([]);
  });
}, 240_000);

function tokenOf(mail: string, link: string): string {
  const found = mail.indexOf(link);
  expect(found, mail).toBeGreaterThan(0);
  return mail.slice(found + link.length, found + link.length + 43);
}
