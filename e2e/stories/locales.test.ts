import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Api, type Meeting } from '../support/api.ts';
import { launch, Tab } from '../support/browsers.ts';
import { Instance } from '../support/instance.ts';
import { joinAsGuest, seesOthers } from '../support/room.ts';
import { step } from '../support/step.ts';

let parley: Instance;
let chromium: Browser;

beforeAll(async () => {
  parley = await Instance.start({
    port: 8460,
    // The locale by name as well: this machine may not have it installed.
    environment: {
      LC_ALL: 'ar_EG.UTF-8',
      PARLEY_JAVA_OPTIONS: '-Duser.language=ar -Duser.country=EG -Duser.timezone=Africa/Cairo',
    },
  });
  chromium = await launch('chromium');
});

afterAll(async () => {
  await chromium?.close();
  await parley?.stop();
});

test('two people meet on a server whose machine counts in digits of its own', async () => {
  const host = await Api.signedUp(parley, 'Amira');
  const meeting = await host.call<Meeting>('POST', '/api/v1/meetings', { title: 'In Cairo' });
  const amira = await Tab.open(chromium);
  const bassem = await Tab.open(chromium);
  await step('both come in', async () => {
    await joinAsGuest(amira, meeting.joinUrl, 'Amira');
    await joinAsGuest(bassem, meeting.joinUrl, 'Bassem');
  });
  await step('each sees the other', async () => {
    await Promise.all([seesOthers(amira, 'Amira', 1), seesOthers(bassem, 'Bassem', 1)]);
  });
  expect(parley.complaints()).toEqual([]);
});
