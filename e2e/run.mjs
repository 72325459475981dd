// Runs the end-to-end tests inside network namespaces of their own, so that browsers and servers meet on
// addresses that nobody else uses and the firewall rules of a test end with it. Needs root and iproute2.
// Usage: node run.mjs [file name part …]
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const filters = process.argv.slice(2);
const mark = `parley${process.pid}`;
const loop = `${mark}-lo`;
const server = `${mark}-srv`;
const client = `${mark}-cli`;

const ip = (...args) => execFileSync('ip', args, { stdio: ['ignore', 'inherit', 'inherit'] });
const inside = (namespace, ...args) => ip('netns', 'exec', namespace, ...args);

/** One host with an address beside loopback: some clients gather no candidate on loopback alone. */
function makeHost() {
  ip('netns', 'add', loop);
  inside(loop, 'ip', 'link', 'set', 'lo', 'up');
  ip('link', 'add', 'veth0', 'netns', loop, 'type', 'veth', 'peer', 'name', 'veth1', 'netns', loop);
  inside(loop, 'ip', 'address', 'add', '10.78.0.1/24', 'dev', 'veth0');
  inside(loop, 'ip', 'link', 'set', 'veth0', 'up');
  inside(loop, 'ip', 'link', 'set', 'veth1', 'up');
  inside(loop, 'ip', 'route', 'add', 'default', 'dev', 'veth0', 'src', '10.78.0.1');
}

/** Two hosts on one wire: 10.77.0.1 serves, 10.77.0.2 has the browsers. */
function makeWire() {
  for (const namespace of [server, client]) {
    ip('netns', 'add', namespace);
    inside(namespace, 'ip', 'link', 'set', 'lo', 'up');
  }
  ip('link', 'add', 'veth0', 'netns', server, 'type', 'veth', 'peer', 'name', 'veth0', 'netns', client);
  for (const [namespace, address] of [
    [server, '10.77.0.1'],
    [client, '10.77.0.2'],
  ]) {
    inside(namespace, 'ip', 'address', 'add', `${address}/24`, 'dev', 'veth0');
    inside(namespace, 'ip', 'link', 'set', 'veth0', 'up');
    const other = address === '10.77.0.1' ? '10.77.0.2' : '10.77.0.1';
    inside(namespace, 'ip', 'route', 'add', 'default', 'via', other);
  }
}

function vitest(namespace, folder, extra) {
  const report = `artifacts/${folder}.json`;
  const args = ['netns', 'exec', namespace, process.execPath, 'node_modules/vitest/vitest.mjs', 'run'];
  args.push('--dir', folder, '--reporter=verbose', '--reporter=json', `--outputFile.json=${report}`);
  args.push('--passWithNoTests', ...filters);
  return new Promise((done) => {
    const child = spawn('ip', args, { cwd: here, stdio: 'inherit', env: { ...process.env, ...extra } });
    child.on('exit', (code) => done(code ?? 1));
  });
}

function remove() {
  for (const namespace of [loop, server, client]) {
    try {
      execFileSync('ip', ['netns', 'del', namespace], { stdio: 'ignore' });
    } catch {
      // it was never made
    }
  }
}

rmSync(`${here}/artifacts`, { recursive: true, force: true });
mkdirSync(`${here}/artifacts`, { recursive: true });
let code = 1;
try {
  makeHost();
  code = await vitest(loop, 'stories', {});
  makeWire();
  const second = await vitest(client, 'network', { PARLEY_SERVER_NAMESPACE: server });
  code = code || second;
} finally {
  remove();
}
process.exit(code);
