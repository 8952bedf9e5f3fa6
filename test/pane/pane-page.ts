/** For tests: the pane in the embedded Excel's page, at a width and in a theme, and what one does in it. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Frame, Locator } from 'playwright-core';
import { type Workbook, writeWorkbook } from '@regrant/embedded-excel/package';
import { type AxeOptions, violationsIn } from '../page/axe.ts';
import { EmbeddedPage, type PageOptions } from '../page/embedded-page.ts';
import { showIn, type TestFont } from '../page/fonts.ts';
import { BROKEN_NUMBERS } from './broken-numbers.ts';

const SCREENSHOTS = fileURLToPath(new URL('../../screenshots/pane', import.meta.url));

/** Rules of WCAG 2.1 at A and AA, and what axe calls best practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
/** The pane is one frame beside a grid: what holds of a whole page is asked of the page around it. */
const NOT_A_PAGE = ['page-has-heading-one', 'region', 'landmark-one-main'];

export interface PaneOptions {
  /** The workbook, or its file. */
  readonly book?: Workbook | Uint8Array;
  readonly scheme?: 'light' | 'dark';
  readonly width?: number;
  /** What kind of Excel it is opened in, as the page's address asks for it. */
  readonly host?: string;
  /** Plays servers that are elsewhere. */
  readonly network?: PageOptions['network'];
}

export class PanePage {
  readonly excel: EmbeddedPage;
  readonly frame: Frame;
  /** What the content security policy refused. */
  readonly refused: string[] = [];
  private readonly folder: string;

  private constructor(excel: EmbeddedPage, frame: Frame, folder: string) {
    this.excel = excel;
    this.frame = frame;
    this.folder = folder;
    excel.page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) this.refused.push(message.text());
    });
  }

  static async open(options: PaneOptions = {}): Promise<PanePage> {
    const { book, scheme = 'light', width = 320, host = '', network } = options;
    const folder = mkdtempSync(join(tmpdir(), 'regrant-pane-'));
    const file = join(folder, 'book.xlsx');
    if (book !== undefined) writeFileSync(file, book instanceof Uint8Array ? book : writeWorkbook(book));
    const excel = await EmbeddedPage.open({
      host,
      ...(book === undefined ? {} : { file }),
      ...(network === undefined ? {} : { network }),
    });
    try {
      await excel.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await excel.settled();
      await excel.pane.locator('.rg-main').waitFor();
      const frame = excel.page.frames().find((one) => one.url().includes('taskpane'));
      assert.ok(frame, 'the pane has a frame');
      const pane = new PanePage(excel, frame, folder);
      await pane.resize(width);
      await pane.showIn('wide');
      return pane;
    } catch (error) {
      // A server that goes on keeps the whole test run from its end.
      await excel.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.excel.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async resize(width: number): Promise<void> {
    await this.excel.page.evaluate(
      `document.querySelector('#pane').style.cssText = 'width:${width}px;min-width:${width}px;max-width:${width}px'`,
    );
  }

  async showIn(font: TestFont): Promise<void> {
    await showIn(font, this.frame);
  }

  button(name: string | RegExp): Locator {
    return this.frame.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) });
  }

  /** Opens a step of the path by its number and name. */
  async step(name: string): Promise<void> {
    await this.frame.getByRole('tab', { name: 'Offer' }).click();
    await this.button(new RegExp(`^\\d ${name},`)).click();
    await this.frame.getByRole('heading', { name: new RegExp(`^${name}`), level: 2 }).waitFor();
  }

  async open(tab: 'Offer' | 'Explain' | 'Formulas'): Promise<void> {
    await this.frame.getByRole('tab', { name: tab }).click();
  }

  /** Opens what is folded, by its title; what is open stays open. */
  async unfold(title: string): Promise<void> {
    const fold = this.frame.locator('.rg-fold-head', { hasText: new RegExp(`^\\s*${title}`) }).first();
    if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
  }

  text(text: string | RegExp): Locator {
    return this.frame.getByText(text).first();
  }

  /**
   * Keeps back what custom functions answer, so that a run waits for them and there is something to cancel, until the
   * page's `goOn()`.
   */
  async holdAnswers(): Promise<void> {
    await this.excel.page.evaluate(`(() => {
      const { server } = excel.workspace;
      const plain = Object.getPrototypeOf(server).answerParsed;
      const held = [];
      server.answerParsed = function (body, text) {
        const { Actions: actions = [] } = body ?? JSON.parse(text);
        if (!actions.some(({ Name }) => Name === 'SetInvocationArrayResults')) return plain.call(this, body, text);
        held.push([body, text]);
        return JSON.stringify({ Results: actions.map(({ Id }) => ({ ActionId: Id, Value: null })), TraceIds: [] });
      };
      window.goOn = () => {
        delete server.answerParsed;
        for (const [body, text] of held) server.answerParsed(body, text);
      };
    })()`);
  }

  async runOffer(): Promise<void> {
    await this.step('Run');
    await this.button(/^Run (the offer|again)$/).click();
    await this.text(/The offer has run/).waitFor();
  }

  /** The workbook as Excel saves it now. */
  async saved(): Promise<Uint8Array> {
    const [download] = await Promise.all([
      this.excel.page.waitForEvent('download'),
      this.excel.page.locator('#save-copy').click(),
    ]);
    return readFileSync(await download.path());
  }

  /** Nothing breaks: no error of a script, no request to elsewhere, no refusal by the security policy. */
  async assertSound(): Promise<void> {
    assert.deepEqual(this.excel.errors, []);
    assert.deepEqual(this.excel.strayed, []);
    assert.deepEqual(this.refused, []);
    const missing = await this.excel.page.evaluate(
      `[...excel.workspace.server.unsupported.keys(), ...excel.addin.frame.unsupported.keys()]`,
    );
    assert.deepEqual(missing, [], 'the pane uses what the host lacks');
  }

  /** No violation of axe's rules in what the pane shows now, and nothing that sticks out of it sideways. */
  async assertAccessible(state: string): Promise<void> {
    await this.assertNoViolation(state, { type: 'tag', values: TAGS });
    await this.assertFits(state);
  }

  /** The same in light at 320 pixels; then what can differ in dark and at 480 pixels: contrast, and room. */
  async assertAccessibleInAllThemes(state: string): Promise<void> {
    await this.assertAccessible(`${state}, light, 320 px`);
    await this.screenshot(`${state}-light-320`);
    await this.resize(480);
    await this.theme('dark');
    await this.assertNoViolation(`${state}, dark, 480 px`, { type: 'rule', values: ['color-contrast'] });
    await this.assertFits(`${state}, 480 px`);
    await this.screenshot(`${state}-dark-480`);
    await this.resize(320);
    await this.theme('light');
  }

  async theme(scheme: 'light' | 'dark'): Promise<void> {
    await this.excel.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await this.frame.locator(`.rg-${scheme}`).first().waitFor();
  }

  private async assertNoViolation(state: string, runOnly: AxeOptions['runOnly'] & {}): Promise<void> {
    const options = {
      runOnly,
      disabled: runOnly.type === 'rule' ? [] : NOT_A_PAGE,
      within: 'body',
      // Fluent UI's own guards at the ends of a tab list: they hand the focus on and never hold it.
      exclude: ['[data-tabster-dummy]'],
    };
    assert.deepEqual(await violationsIn(this.frame, options), [], state);
  }

  /** In a wide font and in a narrow one, nothing sticks out of the pane sideways and no number is broken. */
  async assertFits(state: string): Promise<void> {
    for (const font of ['narrow', 'wide'] as const) {
      await this.showIn(font);
      const overflow = await this.frame.evaluate(
        `document.querySelector('.rg-main').scrollWidth - document.querySelector('.rg-main').clientWidth`,
      );
      assert.equal(overflow, 0, `${state} is wider than the pane in the ${font} font`);
      assert.deepEqual(
        await this.frame.evaluate<string[]>(BROKEN_NUMBERS),
        [],
        `${state}, in the ${font} font`,
      );
    }
  }

  /** The pane's whole length, for a person to look at, where REGRANT_SCREENSHOTS asks for it; git ignores it. */
  async screenshot(name: string): Promise<void> {
    if (!process.env['REGRANT_SCREENSHOTS']) return;
    mkdirSync(SCREENSHOTS, { recursive: true });
    const { page } = this.excel;
    const height = await this.frame.evaluate<number>(`document.querySelector('.rg-main').scrollHeight`);
    await page.setViewportSize({ width: 1366, height: Math.min(4000, Math.max(700, height + 320)) });
    await page.locator('#pane').screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
    await page.setViewportSize({ width: 1366, height: 768 });
  }
}
