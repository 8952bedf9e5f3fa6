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

/**
 * Colours on their way are no colours: even where motion is reduced, a button that has just become free again shows
 * the colours of a disabled one until the page has drawn the next picture.
 */
const AT_REST = `(async () => {
  const drawn = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const moving = () => document.getAnimations().filter((one) => one instanceof CSSTransition);
  for (await drawn(), await drawn(); moving().length > 0; await drawn())
    await Promise.allSettled(moving().map(({ finished }) => finished));
})()`;

/** What violates axe's rules in the frame once no colour in it is on its way, each with the elements. */
export async function violationsIn(
  frame: Frame,
  { runOnly, disabled = [], exclude = [], within = 'html' }: AxeOptions = {},
): Promise<string[]> {
  if (!(await frame.evaluate<boolean>('window.axe !== undefined'))) await frame.evaluate(axe.source);
  await frame.evaluate(AT_REST);
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
