import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Api } from '../support/api.ts';
import { launch, Tab } from '../support/browsers.ts';
import { Instance } from '../support/instance.ts';
import { hearsOthers, joinAsGuest, seesOthers } from '../support/room.ts';

let parley: Instance;
let chromium: Browser;
let firefox: Browser;

beforeAll(async () => {
  // The test's own requests meet the self-signed certificate too.
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
  const namespace = process.env.PARLEY_SERVER_NAMESPACE;
  if (!namespace) throw new Error('Run by run.mjs, which makes the second host');
  parley = await Instance.start({ port: 8443, namespace, arguments: ['--lan'] });
  const open = { loopback: false, insecureCertificates: true };
  chromium = await launch('chromium', open);
  firefox = await launch('firefox', open);
});

afterAll(async () => {
  await chromium?.close();
  await firefox?.close();
  await parley?.stop();
});

test('over the network and HTTPS, with no loopback flag: Chromium and Firefox meet', async () => {
  expect(parley.address).toBe('https://10.77.0.1:8443');
  const host = await Api.signedUp(parley, 'Amara Okafor');
  const meeting = await host.meet();
  const ben = await Tab.open(chromium);
  const fatou = await Tab.open(firefox);
  await joinAsGuest(ben, meeting.joinUrl, 'Ben');
  await joinAsGuest(fatou, meeting.joinUrl, 'Fatou');
  await seesOthers(ben, 'Ben', 1);
  await seesOthers(fatou, 'Fatou', 1);
  await hearsOthers(ben, 'Ben', 1);
  await hearsOthers(fatou, 'Fatou', 1);
  expect(await ben.path()).toBe('udp');
});
