import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Tab } from './browsers.ts';

const axe = readFileSync(
  fileURLToPath(new URL('../node_modules/axe-core/axe.min.js', import.meta.url)),
  'utf8',
);

/** What axe finds serious or critical on the page once its transitions are over, one line each. */
export async function seriousFindings(tab: Tab): Promise<string[]> {
  await tab.page.evaluate(axe);
  await tab.settled();
  return tab.page.evaluate(async () => {
    const result = await (globalThis as any).axe.run(document, { resultTypes: ['violations'] });
    return result.violations
      .filter((finding: any) => ['serious', 'critical'].includes(finding.impact))
      .map((finding: any) => `${finding.id}: ${finding.nodes.map((node: any) => node.html).join(' | ')}`);
  });
}
