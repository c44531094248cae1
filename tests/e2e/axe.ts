/** What a screen reader, a keyboard and weak eyes would stumble over, found by axe in the real browser. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../driver/driver';
import type { View } from '../driver/view';

const AXE = readFileSync(path.join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  impact: string;
  nodes: { target: string[]; failureSummary: string }[];
}

/** One line for each violation; empty when there is none. */
export async function stumblingBlocks(view: View): Promise<string[]> {
  await view
    .run(
      `(doc) => { const win = doc.defaultView; if (!win.axe) { (new win.Function(${JSON.stringify(AXE)})).call(win); } return null; }`,
    )
    .catch(async () => {
      await view.run(`(doc) => { ${AXE}; return null; }`);
    });
  const { violations } = await view.run<{ violations: Violation[] }>(
    `async (doc) => { const { violations } = await doc.defaultView.axe.run(doc, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }); return { violations: violations.map((v) => ({ id: v.id, impact: v.impact, nodes: v.nodes.map((n) => ({ target: n.target.map(String), failureSummary: n.failureSummary })) })) }; }`,
  );
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id} (${impact}) ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`,
    ),
  );
}
