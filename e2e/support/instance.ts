import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface InstanceOptions {
  port: number;
  namespace?: string;
  arguments?: string[];
  environment?: Record<string, string>;
  /** An earlier instance's folder, to start again on its data. */
  data?: string;
}

/** One running Parley, started as a person would: `./parley run`. */
export class Instance {
  readonly log: string[] = [];
  address = '';
  setupUrl: string | undefined;
  startedInMs = 0;

  private constructor(
    readonly options: InstanceOptions,
    readonly data: string,
    private readonly process: ChildProcess,
  ) {}

  static async start(options: InstanceOptions): Promise<Instance> {
    const data = options.data ?? mkdtempSync(join(tmpdir(), 'parley-e2e-'));
    const command = ['./parley', 'run', '--port', String(options.port), '--data', data];
    command.push(...(options.arguments ?? []));
    if (options.namespace) command.unshift('ip', 'netns', 'exec', options.namespace);
    const begin = performance.now();
    const child = spawn(command[0]!, command.slice(1), {
      cwd: root,
      env: {
        ...process.env,
        PARLEY_MEDIA_UDP_PORT: String(options.port + 1),
        PARLEY_MEDIA_TCP_PORT: String(options.port + 2),
        PARLEY_LIMITS_SCALE: '1000',
        ...options.environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const instance = new Instance(options, data, child);
    await instance.ready();
    instance.startedInMs = performance.now() - begin;
    return instance;
  }

  private ready(): Promise<void> {
    return new Promise((done, fail) => {
      const limit = setTimeout(() => fail(new Error(`Not ready in 120 s:\n${this.log.join('\n')}`)), 120_000);
      const read = (chunk: Buffer) => {
        for (const line of chunk.toString().split('\n')) {
          if (line) this.log.push(line);
          const setup = /First administrator: (\S+)/.exec(line);
          if (setup) this.setupUrl = setup[1];
          const address = /Parley is ready at (\S+)/.exec(line);
          if (address) {
            this.address = address[1]!;
            clearTimeout(limit);
            // The administrator's link may follow on the next line.
            setImmediate(done);
          }
        }
      };
      this.process.stdout!.on('data', read);
      this.process.stderr!.on('data', read);
      this.process.on('exit', (code) => {
        clearTimeout(limit);
        fail(new Error(`Ended with ${code}:\n${this.log.join('\n')}`));
      });
    });
  }

  get mediaUdpPort() {
    return this.options.port + 1;
  }

  get pid() {
    return this.process.pid!;
  }

  databaseUrl(): string {
    return execFileSync(`${root}/parley`, ['db-url', '--data', this.data], { encoding: 'utf8' }).trim();
  }

  /** As a power cut would: nothing is asked, nothing is flushed. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** As Ctrl-C does; the data stays. */
  async quit(): Promise<void> {
    await this.end('SIGTERM');
  }

  async restart(): Promise<Instance> {
    return Instance.start({ ...this.options, data: this.data });
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
    rmSync(this.data, { recursive: true, force: true });
  }

  private end(signal: NodeJS.Signals): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return Promise.resolve();
    return new Promise((done) => {
      this.process.removeAllListeners('exit');
      this.process.on('exit', () => done());
      this.process.kill(signal);
    });
  }

  /** Lines that a healthy meeting must not leave. */
  complaints(): string[] {
    return this.log.filter((line) => /\b(ERROR|WARN)\b|Exception/.test(line));
  }
}
