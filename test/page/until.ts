/** For tests: waits for something in a page or frame whose content security policy forbids the evaluation of text. */
import type { Frame, Page } from 'playwright-core';
import { PATIENCE } from './patience.ts';

/**
 * Looks at each frame of the screen whether the expression is true, and fails where it will not be. Not Playwright's waitForFunction: that evaluates
 * the text again at each look, and from its second look on the page's policy forbids it.
 */
export async function until(page: Page | Frame, expression: string): Promise<void> {
  await page.evaluate(`new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(${JSON.stringify(`in vain: ${expression}`)})), ${PATIENCE});
    const look = () => {
      try {
        if (${expression}) resolve(undefined);
        else requestAnimationFrame(look);
      } catch (error) {
        reject(error);
      }
    };
    look();
  })`);
}
