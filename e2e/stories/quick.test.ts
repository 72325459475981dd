import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Api, type Meeting } from '../support/api.ts';
import { launch, Tab } from '../support/browsers.ts';
import { Instance } from '../support/instance.ts';
import { framesRise, hearsOthers } from '../support/room.ts';
import { connectWithSdk } from '../support/sdk.ts';
import { until } from '../support/until.ts';

// People press faster than browsers negotiate: what is asked for last is what holds.

let parley: Instance;
let browser: Browser;
let meeting: Meeting;

beforeAll(async () => {
  parley = await Instance.start({ port: 8345 });
  browser = await launch('chromium');
  const host = await Api.signedUp(parley, 'Amara Okafor');
  meeting = await host.meet();
});

afterAll(async () => {
  await browser?.close();
  await parley?.stop();
});

async function connected(name: string): Promise<Tab> {
  const tab = await Tab.open(browser);
  const admission = await new Api(parley.address).join(meeting.code, { displayName: name });
  await connectWithSdk(tab, parley.address, admission);
  return tab;
}

/** Asks for the other's camera, or for it no more, in this order and without a pause. */
const asks = (tab: Tab, ...wishes: boolean[]) =>
  tab.page.evaluate((all) => {
    const { room } = globalThis as any;
    const [sender] = [...room.remoteParticipants.values()];
    for (const wish of all) sender.getTrackPublication('camera').setSubscribed(wish);
  }, wishes);

const receives = (tab: Tab) =>
  tab.page.evaluate(() => {
    const { room } = globalThis as any;
    const [sender] = [...room.remoteParticipants.values()];
    return !!sender?.getTrackPublication('camera')?.track;
  });

test('a camera that was turned away and is asked for again shows again', async () => {
  const sender = await connected('Sender');
  const receiver = await connected('Receiver');
  await sender.page.evaluate(async () => (globalThis as any).room.localParticipant.setCameraEnabled(true));
  await framesRise(receiver, 'Receiver');
  for (let again = 0; again < 4; again++) {
    await asks(receiver, false);
    await until('the camera is gone', async () => !(await receives(receiver)));
    await asks(receiver, true);
    await framesRise(receiver, `Receiver, time ${again}`);
    await asks(receiver, false, false, true);
    await until('the camera is there', () => receives(receiver));
    await framesRise(receiver, `Receiver in haste, time ${again}`);
  }
  await sender.close();
  await receiver.close();
});

test.each([1, 2, 3])(
  'what is published, taken back and published at once is seen and heard, try %i',
  async () => {
    const sender = await connected('Sender');
    const receiver = await connected('Receiver');
    await sender.page.evaluate(async () => {
      const { room, LivekitClient } = globalThis as any;
      const me = room.localParticipant;
      const tracks = await LivekitClient.createLocalTracks({ audio: true, video: true });
      await Promise.all(
        tracks.map(async (track: any) => {
          await me.publishTrack(track);
          void me.unpublishTrack(track, false);
          await me.publishTrack(track);
        }),
      );
    });
    await framesRise(receiver, 'Receiver');
    await hearsOthers(receiver, 'Receiver', 1);
    expect(
      await receiver.page.evaluate(() => {
        const [other] = [...(globalThis as any).room.remoteParticipants.values()];
        return other.trackPublications.size;
      }),
    ).toBe(2);
    await sender.close();
    await receiver.close();
  },
);
