import { createHmac } from 'node:crypto';
import type { CDPSession } from 'puppeteer-core';
import type { Tab } from './browsers.ts';

/** Chromium's virtual authenticator, as the fingerprint reader of a tab's computer. */
export class Authenticator {
  private constructor(
    private readonly session: CDPSession,
    private readonly id: string,
  ) {}

  static async of(tab: Tab): Promise<Authenticator> {
    const session = await tab.page.createCDPSession();
    await session.send('WebAuthn.enable');
    const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: false,
      },
    });
    return new Authenticator(session, authenticatorId);
  }

  /** Whether a finger lies on it. */
  async touched(enabled: boolean): Promise<void> {
    await this.session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId: this.id, enabled });
  }

  async passkeys(): Promise<number> {
    const { credentials } = await this.session.send('WebAuthn.getCredentials', { authenticatorId: this.id });
    return credentials.length;
  }
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Somebody's authenticator app (RFC 6238), with the secret it was told in Base32. */
export class CodeApp {
  private readonly key: Buffer;
  private last = 0;

  constructor(secret: string) {
    const bits = [...secret.replaceAll(' ', '')]
      .map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0'))
      .join('');
    this.key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
  }

  /** The code of now; waits for the next one where this was given out already. */
  async code(): Promise<string> {
    for (;;) {
      const step = Math.floor(Date.now() / 30_000);
      if (step > this.last) {
        this.last = step;
        return this.at(step);
      }
      await new Promise((resume) => setTimeout(resume, 200));
    }
  }

  private at(step: number): string {
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(step));
    const hash = createHmac('sha1', this.key).update(counter).digest();
    const offset = hash.at(-1)! & 15;
    return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
  }
}
