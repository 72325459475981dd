import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from './until.ts';

const settingsPage = fileURLToPath(new URL('../../docs/operate/settings.md', import.meta.url));

/** The blocks of one language below a heading of docs/operate/settings.md, as an operator would copy them. */
export function documented(heading: string, language: string): string[] {
  const page = readFileSync(settingsPage, 'utf8');
  const below = page.split(`## ${heading}\n`)[1]?.split('\n## ')[0];
  if (below === undefined) throw new Error(`docs/operate/settings.md has no heading "${heading}"`);
  const blocks = [...below.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))];
  if (blocks.length === 0) throw new Error(`no ${language} below "${heading}"`);
  return blocks.map((block) => block[1]!);
}

/** A real nginx that ends TLS for a name with what the documentation tells to write, in a namespace. */
export class Proxy {
  private constructor(
    private readonly folder: string,
    private readonly process: ChildProcess,
  ) {}

  /**
   * @param http goes into the http block
   * @param server goes into the server block
   */
  static async start(namespace: string, name: string, http: string, server: string): Promise<Proxy> {
    const folder = mkdtempSync(join(tmpdir(), 'parley-proxy-'));
    const subject = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`];
    const files = ['-keyout', `${folder}/key.pem`, '-out', `${folder}/cert.pem`];
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject, ...files],
      {
        stdio: 'ignore',
      },
    );
    writeFileSync(`${folder}/nginx.conf`, configuration(folder, name, http, server));
    const command = ['netns', 'exec', namespace, 'nginx', '-p', folder, '-c', `${folder}/nginx.conf`];
    const child = spawn('ip', command, { stdio: ['ignore', 'inherit', 'inherit'] });
    const proxy = new Proxy(folder, child);
    await until('nginx listens', () => answers('10.77.0.1', 443));
    return proxy;
  }

  /** Everything it wrote down of requests: with all that a request says of itself, and as the documentation tells. */
  log(which: 'full' | 'access'): string {
    return readFileSync(`${this.folder}/${which}.log`, 'utf8');
  }

  async stop(): Promise<void> {
    const ended = new Promise((done) => this.process.once('exit', done));
    this.process.kill('SIGTERM');
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function configuration(folder: string, name: string, http: string, server: string): string {
  return `
user root;
daemon off;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events {}
http {
  log_format full escape=none '$request "$http_referer"';
  access_log ${folder}/full.log full;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  ${http}
  server {
    listen 443 ssl;
    server_name ${name};
    ssl_certificate ${folder}/cert.pem;
    ssl_certificate_key ${folder}/key.pem;
    access_log ${folder}/full.log full;
    ${server.replaceAll('/var/log/nginx/', `${folder}/`)}
  }
}
`;
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, host, () => {
      socket.destroy();
      done(true);
    });
    socket.on('error', () => done(false));
  });
}
