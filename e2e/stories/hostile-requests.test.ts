import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Api } from '../support/api.ts';
import { launch, Tab } from '../support/browsers.ts';
import { Instance } from '../support/instance.ts';
import { pour, type Poured } from '../support/pour.ts';
import { framesRise } from '../support/room.ts';
import { connectWithSdk, seen } from '../support/sdk.ts';
import { step } from '../support/step.ts';

const MB = 1_000_000;
const ROUNDS = 6;

let parley: Instance;
let browser: Browser;

beforeAll(async () => {
  parley = await Instance.start({ port: 8460, environment: { PARLEY_JAVA_OPTIONS: '-Xmx1g' } });
  browser = await launch('chromium');
});

afterAll(async () => {
  await browser?.close();
  await parley?.stop();
});

async function inMeeting(code: string, name: string): Promise<Tab> {
  const tab = await Tab.open(browser);
  const admission = await new Api(parley.address).join(code, { displayName: name });
  await connectWithSdk(tab, parley.address, admission);
  await tab.page.evaluate(async () => {
    const { room } = globalThis as any;
    await room.localParticipant.setCameraEnabled(true);
  });
  return tab;
}

/** Nine passwords of which each letter becomes eighteen, and twelve bodies of 90 MB; half of them tell no length. */
function attack(): Promise<Poured[]> {
  const password = { begin: '{"email":"ann@example.org","password":"', piece: '\uFDFA', bytes: 18 * MB };
  const nothing = { begin: '{"email":"', piece: 'a', bytes: 90 * MB };
  return Promise.all([
    ...Array.from({ length: 9 }, (_, i) => pour(parley.address, '/api/v1/sessions', password, i % 2 === 0)),
    ...Array.from({ length: 12 }, (_, i) =>
      pour(parley.address, '/api/v1/password-resets', nothing, i % 2 === 0),
    ),
  ]);
}

test('a stranger with endless requests is refused, and two people in a meeting notice nothing', async () => {
  const host = await Api.signedUp(parley, 'Amara Okafor');
  const { code } = await host.meet();
  const people = [await inMeeting(code, 'Amara'), await inMeeting(code, 'Ben')];
  const picturesMove = async () => {
    await Promise.all(people.map((tab, i) => framesRise(tab, `Person ${i}`, 30, 20)));
  };
  await step('the two see each other', picturesMove);

  await step('all is refused while it is sent, and the pictures go on moving', async () => {
    const flood = async () => {
      for (let round = 0; round < ROUNDS; round++) {
        for (const poured of await attack()) {
          // A connection that is closed with bytes still under way may lose the answer.
          expect([0, 413]).toContain(poured.status);
          expect(poured.sentBytes).toBeLessThan(12 * MB);
        }
      }
    };
    await Promise.all([flood(), picturesMove()]);
  });

  await step('nobody noticed anything', async () => {
    await picturesMove();
    for (const tab of people) {
      expect((await seen(tab)).filter((event) => !event.startsWith('subscribed'))).toEqual([]);
    }
    expect((await host.call('GET', '/api/v1/users/me')).displayName).toBe('Amara Okafor');
    expect(parley.complaints()).toEqual([]);
  });
});
