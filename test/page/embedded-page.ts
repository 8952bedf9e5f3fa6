/** For tests: the embedded Excel's page in a real browser, served as `npm start` serves it, and what one does in it. */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { serve, type Server } from '../../src/cli/serve.ts';
import { theBrowser } from './browser.ts';
import { PATIENCE } from './patience.ts';
import { until } from './until.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const SAMPLE = join(root, 'assets/samples/lantronix-2002.xlsx');
/** Git ignores it. */
const SCREENSHOTS = join(root, 'screenshots');

export interface PageOptions {
  readonly file?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** What kind of Excel the page plays, as its address asks for it: `read-only`, `excel-api=1.12`. */
  readonly host?: string;
  /** A script that every frame runs before any of its own. */
  readonly before?: string;
  /** Plays servers that are elsewhere. */
  readonly network?: (context: BrowserContext) => Promise<void>;
}

export class EmbeddedPage {
  readonly page: Page;
  /** Requests that left the machine's own server, and errors of the page's scripts: both stay empty. */
  readonly strayed: string[] = [];
  readonly errors: string[] = [];
  private readonly context: BrowserContext;
  private readonly server: Server;

  private constructor(context: BrowserContext, server: Server, page: Page) {
    this.context = context;
    this.server = server;
    this.page = page;
  }

  static async open(options: PageOptions = {}): Promise<EmbeddedPage> {
    const server = await serve({ file: options.file ?? SAMPLE, port: 0 });
    const context = await (
      await theBrowser()
    ).newContext({
      ignoreHTTPSErrors: true,
      acceptDownloads: true,
      viewport: options.viewport ?? { width: 1366, height: 768 },
    });
    context.setDefaultTimeout(PATIENCE);
    if (options.before !== undefined) await context.addInitScript(options.before);
    const page = await context.newPage();
    const opened = new EmbeddedPage(context, server, page);
    await context.route(/^https?:\/\/(?!localhost|127\.0\.0\.1|\[::1\])/, (route) => {
      opened.strayed.push(route.request().url());
      return route.abort();
    });
    await options.network?.(context);
    page.on('pageerror', (error) => opened.errors.push(error.stack ?? error.message));
    await page.goto(`${server.url}?${options.host ?? ''}`);
    await page.locator('.cell').first().waitFor();
    return opened;
  }

  get grid(): Locator {
    return this.page.getByRole('grid');
  }

  get formulaBar(): Locator {
    return this.page.getByLabel('Formula bar');
  }

  /** The add-in's pane. */
  get pane(): FrameLocator {
    return this.page.frameLocator('#pane iframe');
  }

  /** Waits until the add-in's page runs and every formula is calculated. */
  async settled(): Promise<void> {
    try {
      await until(
        this.page,
        'window.excel?.addin?.frame !== undefined && !excel.workspace.calculator.isPending',
      );
    } catch (error) {
      throw new Error(`The add-in does not run. ${this.errors.join('\n')}`, { cause: error });
    }
  }

  /** A cell on the screen, by its address. */
  cell(address: string): Locator {
    return this.page.locator(`[id="cell-${address}"]`).first();
  }

  /** Asserts what a cell shows, once the page has had its next frames. */
  async shows(address: string, expected: string | RegExp): Promise<void> {
    const fits = (text: string): boolean =>
      typeof expected === 'string' ? text === expected : expected.test(text);
    let text = '';
    const end = Date.now() + PATIENCE;
    do {
      text = await this.page.evaluate<string>(
        `document.querySelector(${JSON.stringify(`[id="cell-${address}"]`)})?.innerText ?? ''`,
      );
      if (fits(text)) return;
      await this.page.waitForTimeout(50);
    } while (Date.now() < end);
    assert.fail(`${address} shows ${JSON.stringify(text)}, not ${String(expected)}`);
  }

  /** A place within a cell, for the mouse; a cell that is being drawn anew has none for a moment. */
  async place(address: string): Promise<{ x: number; y: number }> {
    const end = Date.now() + PATIENCE;
    do {
      const box = await this.cell(address).boundingBox();
      if (box !== null) return { x: box.x + 5, y: box.y + 5 };
      await this.page.waitForTimeout(50);
    } while (Date.now() < end);
    return assert.fail(`${address} is not on the screen`);
  }

  async goTo(address: string): Promise<void> {
    await this.page.getByLabel('Name box').click();
    await this.page.keyboard.type(address);
    await this.page.keyboard.press('Enter');
  }

  /** Types into a cell and presses Enter. */
  async type(address: string, text: string): Promise<void> {
    await this.goTo(address);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  async tab(name: string): Promise<void> {
    await this.page.getByRole('tab', { name, exact: true }).click();
  }

  /** What the workbook holds in an area, row by row; errors as their codes. */
  async values(sheet: string, address: string): Promise<unknown[][]> {
    return this.page.evaluate<unknown[][]>(
      `(() => {
        const [first, last = first] = ${JSON.stringify(address)}.split(':');
        const [top, left] = place(first), [bottom, right] = place(last);
        function place(cell) {
          const [, letters, digits] = /^([A-Z]+)(\\d+)$/.exec(cell);
          return [Number(digits) - 1, [...letters].reduce((at, letter) => at * 26 + letter.charCodeAt(0) - 64, 0) - 1];
        }
        const sheet = excel.workspace.book.sheet(${JSON.stringify(sheet)});
        const rows = [];
        for (let row = top; row <= bottom; row++) {
          rows.push([]);
          for (let column = left; column <= right; column++) {
            const value = sheet.value(row, column);
            rows.at(-1).push(value !== null && typeof value === 'object' ? value.code : value);
          }
        }
        return rows;
      })()`,
    );
  }

  /** The selected area's address. */
  async selected(): Promise<string> {
    return this.page.evaluate<string>(`(() => {
      const { top, left, bottom, right } = excel.workspace.selection.area;
      const name = (row, column) => String.fromCharCode(65 + column) + (row + 1);
      return top === bottom && left === right ? name(top, left) : name(top, left) + ':' + name(bottom, right);
    })()`);
  }

  /** For a person to look at, where REGRANT_SCREENSHOTS asks for it. */
  async screenshot(name: string): Promise<void> {
    if (!process.env['REGRANT_SCREENSHOTS']) return;
    mkdirSync(SCREENSHOTS, { recursive: true });
    await this.page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
  }

  async close(): Promise<void> {
    await this.context.close();
    await this.server.close();
  }
}
