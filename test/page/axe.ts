/** For tests: axe's rules over what one frame of a page shows now. */
import axe from 'axe-core';
import type { Frame } from 'playwright-core';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

export interface AxeOptions {
  /** The groups of rules to ask, or, in place of them, single rules. Default: all rules. */
  readonly runOnly?: { readonly type: 'tag' | 'rule'; readonly values: readonly string[] };
  readonly disabled?: readonly string[];
  readonly exclude?: readonly string[];
  /** Default: the whole document. */
  readonly within?: string;
}

/** What violates axe's rules in the frame, each with the elements. */
export async function violationsIn(
  frame: Frame,
  { runOnly, disabled = [], exclude = [], within = 'html' }: AxeOptions = {},
): Promise<string[]> {
  if (!(await frame.evaluate<boolean>('window.axe !== undefined'))) await frame.evaluate(axe.source);
  const context = { include: [[within]], exclude: exclude.map((selector) => [selector]) };
  const options = {
    ...(runOnly === undefined ? {} : { runOnly }),
    rules: Object.fromEntries(disabled.map((rule) => [rule, { enabled: false }])),
    resultTypes: ['violations'],
    iframes: false,
  };
  const { violations } = await frame.evaluate<{ violations: readonly Violation[] }>(
    `axe.run(${JSON.stringify(context)}, ${JSON.stringify(options)})
      .then(({ violations }) => ({ violations: violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) })) }))`,
  );
  return violations.map(
    ({ id, nodes }) => `${id} ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
}
