// Adds up what the runners reported (surefire's XML, vitest's JSON), tells what took longest, names what failed, and
// prints one closing line.
// Usage: node sum-up.mjs ROOT REPORTS [a step that failed …]
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';

const [root, reports, ...failedSteps] = process.argv.slice(2);
let passed = 0;
let skipped = 0;
const failures = [];
/** Seconds by class or file. */
const took = [];
const TOLD = 15;

const unescape = (text) =>
  text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, '&');

/** One <testcase> is passed, skipped or failed; a repeated try inside it counts once. */
function readSurefire(file) {
  const xml = readFileSync(file, 'utf8');
  const suite = /<testsuite\b[^>]*/.exec(xml)?.[0] ?? '';
  const seconds = Number((/\btime="([\d.,]+)"/.exec(suite)?.[1] ?? '0').replaceAll(',', ''));
  took.push([basename(file).slice('TEST-'.length, -'.xml'.length), seconds]);
  for (const [, attributes, , body = ''] of xml.matchAll(/<testcase\s([^>]*?)(\/>|>([\s\S]*?)<\/testcase>)/g)) {
    const name = /\bname="([^"]*)"/.exec(attributes)?.[1] ?? '?';
    const type = /\bclassname="([^"]*)"/.exec(attributes)?.[1] ?? '?';
    if (/<(failure|error)\b/.test(body)) failures.push(unescape(`${type}.${name}`));
    else if (/<skipped\b/.test(body)) skipped++;
    else passed++;
  }
}

function readVitest(file) {
  const report = JSON.parse(readFileSync(file, 'utf8'));
  for (const suite of report.testResults) {
    took.push([relative(root, suite.name), (suite.endTime - suite.startTime) / 1000]);
    for (const test of suite.assertionResults) {
      if (test.status === 'passed') passed++;
      else if (test.status === 'failed') failures.push(test.fullName);
      else skipped++;
    }
    // A file that could not be loaded has no tests to fail.
    if (suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed')) {
      failures.push(`${suite.name}: ${(suite.message ?? '').split('\n')[0]}`);
    }
  }
}

for (const module of ['wire', 'sfu', 'media-server', 'app', 'bench']) {
  const folder = join(root, module, 'target', 'surefire-reports');
  if (!existsSync(folder)) continue;
  readdirSync(folder)
    .filter((name) => name.startsWith('TEST-') && name.endsWith('.xml'))
    .forEach((name) => readSurefire(join(folder, name)));
}
readdirSync(reports)
  .filter((name) => name.endsWith('.json'))
  .forEach((name) => readVitest(join(reports, name)));

const total = took.reduce((sum, [, seconds]) => sum + seconds, 0);
if (took.length > 1) {
  console.log(`\nWhat took longest, of ${Math.round(total)} s within tests:`);
  took
    .sort(([, one], [, other]) => other - one)
    .slice(0, TOLD)
    .forEach(([name, seconds]) => console.log(`  ${seconds.toFixed(1).padStart(7)} s  ${name}`));
}

// A step that ended badly although no test of it failed (it did not compile, say) is a failure of its own.
failures.push(...failedSteps.map((step) => `step: ${step}`));
if (failures.length > 0) {
  console.log('\nFailed:');
  failures.forEach((name) => console.log(`  ${name}`));
}
if (skipped > 0) console.log(`\n${skipped} skipped`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 && passed > 0 ? 0 : 1);
