import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Api } from '../support/api.ts';
import { launch, Tab } from '../support/browsers.ts';
import { Crowd } from '../support/crowd.ts';
import { Instance } from '../support/instance.ts';
import { joinAsGuest } from '../support/room.ts';
import { until } from '../support/until.ts';

let parley: Instance;
let browser: Browser;

beforeAll(async () => {
  parley = await Instance.start({ port: 8390 });
  browser = await launch('chromium', { width: 1440, height: 900 });
});

afterAll(async () => {
  await browser?.close();
  await parley?.stop();
});

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const boxes = (tab: Tab): Promise<Box[]> =>
  tab.page.evaluate(() =>
    [...document.querySelectorAll('[data-presence]')].map((tile) => {
      const { left, top, right, bottom } = tile.getBoundingClientRect();
      return { left, top, right, bottom };
    }),
  );

const area = (box: Box) => (box.right - box.left) * (box.bottom - box.top);
const overlap = (a: Box, b: Box) =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

test.each([9, 16, 25])(
  '%i people: everybody moves, nobody covers another, the space is used',
  async (people) => {
    const meeting = await (await Api.signedUp(parley, 'Amara Okafor')).meet();
    const crowd = await Crowd.enter(parley, meeting.code, people - 1);
    const tab = await Tab.open(browser, { dark: true });
    try {
      await joinAsGuest(tab, meeting.joinUrl, 'Amara');
      await until(
        `${people} pictures`,
        async () =>
          Object.values(await tab.tiles()).filter((tile) => tile.width > 0 && tile.seconds > 0).length ===
          people,
        45,
      );
      await tab.settled();
      const tiles = await boxes(tab);
      expect(tiles.length).toBe(people);
      for (const [i, one] of tiles.entries())
        for (const other of tiles.slice(i + 1)) expect(overlap(one, other)).toBe(0);
      const used = tiles.reduce((sum, box) => sum + area(box), 0) / (1440 * 900);
      expect(used).toBeGreaterThan(0.55);
      await tab.screenshot(`grid-${people}`);
    } finally {
      await tab.close();
      crowd.leave();
    }
  },
);
