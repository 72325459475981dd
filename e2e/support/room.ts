import type { Tab } from './browsers.ts';
import { rises, until } from './until.ts';

/** From the link to the room, as a guest does it. */
export async function joinAsGuest(tab: Tab, url: string, name: string): Promise<void> {
  await tab.go(url);
  await tab.fill('Your name', name);
  await tab.press('Join');
  await inRoom(tab);
}

/** The Room shows, and media is connected. */
export async function inRoom(tab: Tab): Promise<void> {
  await tab.find('Leave', 30);
  await until('media is connected', () => tab.connected(), 30);
}

/** Every one of `others` remote tiles shows moving pictures, and `own` of one's own. */
export async function seesOthers(
  tab: Tab,
  who: string,
  others: number,
  seconds = 30,
  own = 1,
): Promise<void> {
  const moving = async () => {
    const before = await tab.inbound();
    const frames = new Map(before.filter((s) => s.kind === 'video').map((s) => [s.track, s.frames]));
    return frames;
  };
  const first = await moving();
  await until(
    `${who} decodes ${others} videos`,
    async () => {
      const now = await moving();
      return [...now].filter(([track, frames]) => frames >= (first.get(track) ?? 0) + 10).length >= others;
    },
    seconds,
  );
  await until(
    `${who} has ${others + own} tiles with a picture`,
    async () =>
      Object.values(await tab.tiles()).filter((tile) => tile.width > 0 && tile.seconds > 0).length >=
      others + own,
    seconds,
  );
}

/** Sound of `others` people arrives with energy in it. */
export async function hearsOthers(tab: Tab, who: string, others: number, seconds = 30): Promise<void> {
  const loud = async () =>
    new Map((await tab.inbound()).filter((s) => s.kind === 'audio').map((s) => [s.track, s.energy]));
  const first = await loud();
  await until(
    `${who} hears ${others} people`,
    async () => {
      const now = await loud();
      return [...now].filter(([track, energy]) => energy > (first.get(track) ?? 0)).length >= others;
    },
    seconds,
  );
}

export async function framesRise(tab: Tab, who: string, by = 30, seconds = 15): Promise<void> {
  const total = async () =>
    (await tab.inbound()).filter((s) => s.kind === 'video').reduce((sum, s) => sum + s.frames, 0);
  await rises(`${who}: decoded frames`, total, by, seconds);
}

export async function writes(tab: Tab, text: string): Promise<void> {
  if (!(await tab.has('Message'))) await tab.press('Chat');
  await tab.fill('Message', text);
  await tab.page.keyboard.press('Enter');
}
