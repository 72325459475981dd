// From the request for a page to a form that answers, in a real Chromium with nothing cached, against a running Parley:
// node page-interactive.mjs http://localhost:8080 [path] [visits]
// Prints the median and the slowest: the form is drawn and the main thread has come to rest.
import puppeteer from 'puppeteer-core';

const [address = 'http://localhost:8080', path = '/signup', visits = '12'] = process.argv.slice(2);

/** Resolves with the milliseconds since the navigation began, once the form stands and nothing is left to do. */
function watch() {
  globalThis.parleyReady = new Promise((done) => {
    const look = () => {
      if (!document.querySelector('form button[type=submit]')) return;
      observer.disconnect();
      requestIdleCallback(() => done(performance.now()));
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true });
  });
}

const browser = await puppeteer.launch({
  executablePath: '/usr/bin/chromium',
  pipe: true,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
  ],
});
const figures = [];
for (let visit = 0; visit < Number(visits); visit++) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.evaluateOnNewDocument(watch);
  await page.goto(address + path, { waitUntil: 'domcontentloaded' });
  figures.push(await page.evaluate(() => globalThis.parleyReady));
  await context.close();
}
figures.sort((a, b) => a - b);
const median = Math.round(figures[Math.floor(figures.length / 2)]);
console.log(
  `${path}: median ${median} ms, slowest ${Math.round(figures.at(-1))} ms of ${figures.length} visits`,
);
await browser.close();
