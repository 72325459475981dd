import { afterAll, beforeAll, expect, test } from 'vitest';
import { Api, type Meeting } from '../support/api.ts';
import { launch, Tab } from '../support/browsers.ts';
import { Instance } from '../support/instance.ts';
import { inRoom, joinAsGuest, seesOthers } from '../support/room.ts';

let parley: Instance;
let meeting: Meeting;

beforeAll(async () => {
  parley = await Instance.start({ port: 8370 });
  meeting = await (await Api.signedUp(parley, 'Amara Okafor')).meet();
});

afterAll(async () => {
  await parley?.stop();
});

test.each([
  ['none', 'No microphone and no camera were found'],
  ['blocked', 'Your browser blocks the microphone and the camera for this page'],
] as const)('with devices %s the page says so, and one can join and watch', async (devices, words) => {
  const strong = await launch('chromium');
  const poor = await launch('chromium', { devices });
  try {
    const ben = await Tab.open(strong);
    await joinAsGuest(ben, meeting.joinUrl, 'Ben');
    const fatou = await Tab.open(poor);
    if (devices === 'blocked') await fatou.deny(parley.address, ['camera', 'microphone']);
    await fatou.go(meeting.joinUrl);
    await fatou.sees(words);
    await fatou.fill('Your name', 'Fatou');
    await fatou.screenshot(`prejoin-${devices}`);
    await fatou.press('Join');
    await inRoom(fatou);
    await seesOthers(fatou, 'Fatou', 1, 30, 0);
    expect(Object.values(await ben.tiles()).some((tile) => tile.name.includes('Fatou'))).toBe(true);
  } finally {
    await poor.close();
    await strong.close();
  }
});
