import { mkdirSync } from 'node:fs';
import puppeteer, { type Browser, type BrowserContext, type ElementHandle, type Page } from 'puppeteer-core';
import { until } from './until.ts';

export type Kind = 'chromium' | 'firefox';

export interface BrowserOptions {
  /** Off where the run must hold without any loopback flag or preference. */
  loopback?: boolean;
  insecureCertificates?: boolean;
  width?: number;
  height?: number;
  devices?: 'fake' | 'none' | 'blocked';
  /** Addresses of names that no name server knows. */
  hosts?: Record<string, string>;
}

/** Chromium's flags as root without a network (no lookups of its own), with fake devices. */
function chromiumFlags({ loopback = true, devices = 'fake', hosts = {} }: BrowserOptions): string[] {
  const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
  flags.push('--disable-background-networking', '--disable-component-update', '--disable-sync');
  flags.push('--autoplay-policy=no-user-gesture-required', '--mute-audio');
  if (devices === 'fake') flags.push('--use-fake-ui-for-media-stream');
  if (devices !== 'none') flags.push('--use-fake-device-for-media-stream=fps=30');
  const rules = Object.entries(hosts).map(([name, address]) => `MAP ${name} ${address}`);
  if (rules.length > 0) flags.push(`--host-resolver-rules=${rules.join(', ')}`);
  if (loopback) {
    flags.push('--allow-loopback-in-peer-connection', '--disable-features=WebRtcHideLocalIpsWithMdns');
  }
  return flags;
}

function firefoxPreferences({ loopback = true }: BrowserOptions): Record<string, unknown> {
  const preferences: Record<string, unknown> = {
    'media.navigator.streams.fake': true,
    'media.navigator.permission.disabled': true,
    'media.autoplay.default': 0,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    // A hidden window slows timers down and stops frames; every window here counts as looked at.
    'dom.min_background_timeout_value': 4,
    'dom.timeout.enable_budget_timer_throttling': false,
  };
  if (loopback) {
    preferences['media.peerconnection.ice.loopback'] = true;
    preferences['media.peerconnection.ice.obfuscate_host_addresses'] = false;
  }
  return preferences;
}

export async function launch(kind: Kind, options: BrowserOptions = {}): Promise<Browser> {
  const viewport = { width: options.width ?? 1280, height: options.height ?? 800 };
  if (kind === 'firefox') {
    return puppeteer.launch({
      browser: 'firefox',
      executablePath: '/usr/bin/firefox-esr',
      headless: true,
      defaultViewport: viewport,
      acceptInsecureCerts: options.insecureCertificates ?? false,
      extraPrefsFirefox: firefoxPreferences(options),
    });
  }
  return puppeteer.launch({
    browser: 'chrome',
    executablePath: '/usr/bin/chromium',
    headless: true,
    pipe: true,
    defaultViewport: viewport,
    acceptInsecureCerts: options.insecureCertificates ?? false,
    args: chromiumFlags(options),
  });
}

/** Closes every tab, so that what a test left behind does not compute beside the next one. */
export async function closeTabs(browser: Browser): Promise<void> {
  for (const context of browser.browserContexts()) {
    if (context !== browser.defaultBrowserContext()) await context.close();
  }
}

/** Keeps every peer connection where the test can read its statistics; changes nothing about it. */
function watchConnections() {
  const Native = globalThis.RTCPeerConnection;
  const all: RTCPeerConnection[] = [];
  (globalThis as any).parleyConnections = all;
  globalThis.RTCPeerConnection = class extends Native {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      all.push(this);
    }
  } as typeof RTCPeerConnection;
}

const CONTROLS =
  'button,a[href],input,textarea,select,[role=button],[role=tab],[role=menuitem],[role=menuitemradio],[role=menuitemcheckbox],[role=option],[role=switch],[role=radio]';

/** The first visible control whose accessible name is, or begins with, the wanted one (runs in the page). */
function findControl(selector: string, wanted: string): Element | null {
  const nameOf = (element: Element) => {
    const by = element.getAttribute('aria-labelledby');
    if (by)
      return by
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' ')
        .trim();
    const own = element.getAttribute('aria-label');
    if (own) return own.trim();
    const labels = (element as HTMLInputElement).labels;
    if (labels && labels.length > 0) return (labels[0]!.textContent ?? '').trim();
    return (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  };
  const visible = [...document.querySelectorAll(selector)].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility !== 'hidden';
  });
  const lower = wanted.toLowerCase();
  return (
    visible.find((element) => nameOf(element).toLowerCase() === lower) ??
    visible.find((element) => nameOf(element).toLowerCase().startsWith(`${lower} `)) ??
    null
  );
}

export interface Tile {
  /** How long the picture has been playing. */
  seconds: number;
  width: number;
  height: number;
  name: string;
}

export interface Inbound {
  kind: string;
  track: string;
  frames: number;
  height: number;
  energy: number;
  packets: number;
  lost: number;
  retransmitted: number;
  nacks: number;
  freezes: number;
  codec: string;
}

/** One page of one person, driven by names that a person would say. */
export class Tab {
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
  ) {}

  static async open(browser: Browser, options: { dark?: boolean; media?: boolean } = {}): Promise<Tab> {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    const tab = new Tab(page, context);
    page.on('pageerror', (error) => tab.complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') tab.complaints.push(message.text());
    });
    await page.evaluateOnNewDocument(watchConnections);
    if (options.dark !== undefined) {
      await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value: options.dark ? 'dark' : 'light' },
      ]);
    }
    return tab;
  }

  /** As somebody who pressed "Block" once. */
  async deny(origin: string, permissions: ('camera' | 'microphone')[]): Promise<void> {
    for (const permission of permissions) {
      await this.context.setPermission(origin, { permission: { name: permission }, state: 'denied' });
    }
  }

  async go(url: string): Promise<void> {
    await this.page.goto(url, { waitUntil: 'domcontentloaded' });
  }

  /** Waits for a control; when it does not come, leaves a picture of the page. */
  async find(name: string, seconds = 20): Promise<ElementHandle<Element>> {
    try {
      return (await until(
        `a control named "${name}" on ${this.page.url()}`,
        async () => (await this.page.evaluateHandle(findControl, CONTROLS, name)).asElement(),
        seconds,
      )) as ElementHandle<Element>;
    } catch (error) {
      await this.screenshot(`missing-${name.replaceAll(/\W+/g, '-').toLowerCase()}`);
      throw error;
    }
  }

  async has(name: string): Promise<boolean> {
    return (await this.page.evaluateHandle(findControl, CONTROLS, name)).asElement() !== null;
  }

  /** Clicks a control; one that the page draws anew between finding and clicking is found again. */
  async press(name: string, seconds = 20): Promise<void> {
    await this.onControl(name, (element) => element.click(), seconds);
  }

  async fill(label: string, text: string): Promise<void> {
    await this.onControl(label, (element) => element.click({ count: 3 }));
    await this.page.keyboard.type(text);
  }

  private async onControl(
    name: string,
    act: (element: ElementHandle<Element>) => Promise<void>,
    seconds = 20,
  ): Promise<void> {
    for (;;) {
      const element = await this.find(name, seconds);
      await this.inFront();
      try {
        await element.scrollIntoView();
        return await act(element);
      } catch (error) {
        if (!String(error).includes('detached')) throw error;
      }
    }
  }

  async pressed(name: string): Promise<boolean> {
    return (await this.find(name)).evaluate((element) => element.getAttribute('aria-pressed') === 'true');
  }

  async text(): Promise<string> {
    return this.page.evaluate(() => document.body.innerText);
  }

  /** Waits for words on the page; when they do not come, leaves a picture of it. */
  async sees(text: string, seconds = 20): Promise<void> {
    try {
      await until(`the words "${text}"`, async () => (await this.text()).includes(text), seconds);
    } catch (error) {
      await this.screenshot(`unsaid-${text.replaceAll(/\W+/g, '-').toLowerCase()}`);
      throw error;
    }
  }

  /** Each tile by presence, one's own included. */
  async tiles(): Promise<Record<string, Tile>> {
    return this.page.evaluate(() => {
      const shown: Record<string, Tile> = {};
      for (const tile of document.querySelectorAll('[data-presence]')) {
        const video = tile.querySelector('video');
        shown[tile.getAttribute('data-presence')!] = {
          seconds: video?.currentTime ?? 0,
          width: video?.videoWidth ?? 0,
          height: video?.videoHeight ?? 0,
          name: tile.getAttribute('aria-label') ?? tile.textContent ?? '',
        };
      }
      return shown;
    });
  }

  /** What arrives over every living peer connection. */
  async inbound(): Promise<Inbound[]> {
    return this.page.evaluate(async () => {
      const found: Inbound[] = [];
      for (const connection of (globalThis as any).parleyConnections as RTCPeerConnection[]) {
        if (connection.connectionState === 'closed') continue;
        const report = await connection.getStats();
        for (const entry of report.values()) {
          if (entry.type !== 'inbound-rtp') continue;
          found.push({
            kind: entry.kind,
            track: entry.trackIdentifier,
            frames: entry.framesDecoded ?? 0,
            height: entry.frameHeight ?? 0,
            energy: entry.totalAudioEnergy ?? 0,
            packets: entry.packetsReceived ?? 0,
            lost: entry.packetsLost ?? 0,
            retransmitted: entry.retransmittedPacketsReceived ?? 0,
            nacks: entry.nackCount ?? 0,
            freezes: entry.freezeCount ?? 0,
            codec: entry.codecId ? (report.get(entry.codecId)?.mimeType ?? '') : '',
          });
        }
      }
      return found;
    });
  }

  /** What is sent, one entry for each encoding that is active. */
  async outbound(): Promise<{ kind: string; rid: string; frames: number; height: number; codec: string }[]> {
    return this.page.evaluate(async () => {
      const found: { kind: string; rid: string; frames: number; height: number; codec: string }[] = [];
      for (const connection of (globalThis as any).parleyConnections as RTCPeerConnection[]) {
        if (connection.connectionState === 'closed') continue;
        const report = await connection.getStats();
        for (const entry of report.values()) {
          if (entry.type !== 'outbound-rtp') continue;
          found.push({
            kind: entry.kind,
            rid: entry.rid ?? '',
            frames: entry.framesSent ?? entry.framesEncoded ?? 0,
            height: entry.frameHeight ?? 0,
            codec: entry.codecId ? (report.get(entry.codecId)?.mimeType ?? '') : '',
          });
        }
      }
      return found;
    });
  }

  /** Whether a peer connection of this page is connected. */
  async connected(): Promise<boolean> {
    return this.page.evaluate(() =>
      ((globalThis as any).parleyConnections as RTCPeerConnection[]).some(
        (one) => one.connectionState === 'connected',
      ),
    );
  }

  /** "udp" or "tcp": the transport of the chosen candidate pair. */
  async path(): Promise<string> {
    return this.page.evaluate(async () => {
      for (const connection of (globalThis as any).parleyConnections as RTCPeerConnection[]) {
        if (connection.connectionState !== 'connected') continue;
        const report = await connection.getStats();
        for (const entry of report.values()) {
          const chosen = entry.type === 'candidate-pair' && (entry.nominated || entry.selected);
          if (chosen && entry.state === 'succeeded')
            return report.get(entry.remoteCandidateId)?.protocol ?? '';
        }
      }
      return '';
    });
  }

  /** Shows the page if another tab of its window covers it: what is hidden has no frames, so nothing on it moves. */
  private async inFront(): Promise<void> {
    if (await this.page.evaluate(() => document.visibilityState === 'hidden')) {
      await this.page.bringToFront();
      await until('the page in front', () =>
        this.page.evaluate(() => document.visibilityState === 'visible'),
      );
    }
  }

  /** Once every transition that ends has ended; what moves for ever is not waited for. */
  async settled(): Promise<void> {
    await this.inFront();
    await this.page.evaluate(async () => {
      const moving = () =>
        document.getAnimations().filter((one) => {
          const end = one.effect?.getComputedTiming().endTime;
          return one.playState === 'running' && typeof end === 'number' && Number.isFinite(end);
        });
      for (let now = moving(); now.length > 0; now = moving())
        await Promise.allSettled(now.map((one) => one.finished));
    });
  }

  async screenshot(name: string): Promise<void> {
    mkdirSync('artifacts', { recursive: true });
    await this.page.screenshot({ path: `artifacts/${name}.png` });
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
