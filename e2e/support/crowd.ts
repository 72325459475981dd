import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Instance } from './instance.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Synthetic participants with faces, who speak the real protocol from a process of their own. */
export class Crowd {
  private constructor(private readonly process: ChildProcess) {}

  static enter(parley: Instance, code: string, people: number, seconds = 120): Promise<Crowd> {
    const command = ['bench', 'crowd', '--address', parley.address, '--code', code];
    command.push('--people', String(people), '--seconds', String(seconds));
    const child = spawn('./parley', command, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    return new Promise((done, fail) => {
      child.stdout!.on('data', (chunk: Buffer) => {
        if (chunk.toString().includes('are in the meeting')) done(new Crowd(child));
      });
      child.on('exit', (status) => fail(new Error(`The crowd ended with ${status}`)));
    });
  }

  /** Everybody goes at once, without a word. */
  leave(): void {
    process.kill(-this.process.pid!, 'SIGKILL');
  }
}
