import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Admission } from './api.ts';
import type { Tab } from './browsers.ts';

const source = readFileSync(
  fileURLToPath(new URL('../node_modules/livekit-client/dist/livekit-client.umd.js', import.meta.url)),
  'utf8',
);

/** Loads the published livekit-client, unmodified, into a page of Parley's origin and connects with it. */
export async function connectWithSdk(tab: Tab, address: string, admission: Admission, options: object = {}) {
  await tab.go(`${address}/login`);
  await tab.page.evaluate(source);
  await tab.page.evaluate(
    async ({ url, token }, roomOptions) => {
      const { Room } = (globalThis as any).LivekitClient;
      const room = new Room(roomOptions);
      const seen: string[] = [];
      Object.assign(globalThis as any, { room, seen });
      room.on('trackSubscribed', (track: any) => {
        const element = track.attach();
        document.body.append(element);
        seen.push(`subscribed ${track.source}`);
      });
      room.on('reconnected', () => seen.push('reconnected'));
      room.on('signalReconnecting', () => seen.push('signalReconnecting'));
      room.on('reconnecting', () => seen.push('reconnecting'));
      room.on('disconnected', (reason: number) => seen.push(`disconnected ${reason}`));
      await room.connect(url, token);
    },
    admission.media,
    options,
  );
}

export const seen = (tab: Tab): Promise<string[]> => tab.page.evaluate(() => (globalThis as any).seen);
