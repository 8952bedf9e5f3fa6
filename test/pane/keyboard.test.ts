/**
 * The whole path by keyboard alone: the focus is never lost, moves on in reading order and can be seen, Escape dismisses
 * what opened, and what came of each action is said aloud.
 */
import assert from 'node:assert/strict';
import { grant, LEDGER_HEADER } from '../../src/domain/offer/offer-book.fixture.ts';
import type { Workbook } from '@regrant/embedded-excel/package';
import { offerWorkbook } from '../offer-workbook.ts';
import { needs } from '../tools.ts';
import { PATIENCE } from '../page/patience.ts';
import { PanePage } from './pane-page.ts';
import { until as untilPage } from '../page/until.ts';

/** A ledger whose price stands under a header that says nothing. */
const workbook = (): Workbook =>
  offerWorkbook({
    header: LEDGER_HEADER.map((name) => (name === 'Exercise Price' ? 'Px' : name)),
    grants: [
      grant('A'),
      grant('B', { 'Holder ID': '002', Outstanding: 1001 }),
      grant('C', { 'Holder ID': '003', Role: 'Director' }),
    ],
  });

interface Focused {
  readonly tag: string;
  /** What a screen reader calls it. */
  readonly name: string;
  readonly top: number;
  readonly left: number;
  /** Whether one sees that it has the focus: by an outline, a shadow or a border of its own or of its frame. */
  readonly isSeen: boolean;
}

describe('the pane by keyboard alone', () => {
  needs('chromium');
  let pane: PanePage;

  before(async () => {
    pane = await PanePage.open({ book: workbook() });
    await pane.frame.evaluate(HELPERS);
    await pane.frame.getByRole('tab', { name: 'Offer' }).focus();
  });
  after(() => pane.close());
  afterEach(() => pane.assertSound());

  const press = (key: string) => pane.excel.page.keyboard.press(key);
  const type = (text: string) => pane.excel.page.keyboard.type(text);
  const focused = () => pane.frame.evaluate<Focused>('focused()');

  /** Waits for a condition in the pane, whose security policy lets no text be evaluated while it polls. */
  async function until(condition: string, failure: () => Promise<string> | string): Promise<void> {
    for (const end = Date.now() + PATIENCE; Date.now() < end;) {
      if (await pane.frame.evaluate<boolean>(condition)) return;
      await pane.excel.page.waitForTimeout(15);
    }
    assert.fail(await failure());
  }

  /** Moves on with Tab until the focus is where it is wanted; it never falls out of the pane on the way. */
  async function tabTo(name: RegExp, key = 'Tab'): Promise<void> {
    const passed: string[] = [(await focused()).name];
    if (passed.some((at) => name.test(at))) return;
    for (let presses = 0; presses < 120; presses++) {
      const before = await pane.frame.evaluate<number>('beforeKey()');
      await press(key);
      // In Excel on the web office.js moves the focus by script.
      await until(`focusMoves > ${before}`, () => `${key} moves nothing on the way to ${String(name)}`);
      await pane.frame.evaluate('twoFrames()');
      const at = await focused();
      assert.notEqual(at.tag, 'BODY', `${key} on the way to ${String(name)}, after ${passed.at(-1) ?? ''}`);
      passed.push(at.name);
      assert.ok(at.isSeen, `one sees that the focus is at "${at.name}" (${at.tag})`);
      if (name.test(at.name)) return;
    }
    assert.fail(`${key} does not lead to ${String(name)}`);
  }

  /** Waits until nothing is being done, and asserts that the focus is at something still. */
  async function settledAt(name?: RegExp): Promise<void> {
    await until(
      `document.querySelector('.rg-progress .fui-Spinner') === null`,
      () => 'something is being done still',
    );
    await until(`document.activeElement !== document.body`, () => 'the focus is lost');
    if (name !== undefined)
      await until(
        `new RegExp(${JSON.stringify(name.source)}).test(focused().name)`,
        async () => `the focus is at "${(await focused()).name}", not at ${String(name)}`,
      );
  }

  const said = (text: RegExp) =>
    until(
      `said.some((text) => new RegExp(${JSON.stringify(text.source)}).test(text))`,
      async () => `${String(text)} is not said, but ${JSON.stringify(await pane.frame.evaluate('said'))}`,
    );

  it('chooses a column of the ledger', async () => {
    await tabTo(/^1 Ledger/);
    await press('Enter');
    await settledAt(/^1 Ledger/);
    await tabTo(/^Exercise Price/);
    await type('Px');
    await said(/The ledger is remembered in this workbook/);
    await settledAt(/^Exercise Price/);
    await pane.text('3 grants').waitFor();
  });

  it('edits terms, one straight after the other, and loses none', async () => {
    await tabTo(/^2 Terms/, 'Shift+Tab');
    await press('Enter');
    await settledAt(/^2 Terms/);
    await tabTo(/^Vesting and service/);
    await press('Enter');
    await settledAt(/^Vesting and service/);
    await tabTo(/^What is granted/, 'Shift+Tab');
    await press('Enter');
    await tabTo(/^Ratio$/);
    await press('ControlOrMeta+a');
    await type('0.5');
    await press('Enter');
    await said(/^Ratio is in OfferTerms!B\d+/);
    await settledAt(/^Ratio$/);
    await tabTo(/^New Plan$/);
    await press('ControlOrMeta+a');
    await type('2003 Plan');
    await tabTo(/^New Grant Type$/);
    await type('ISO');
    await press('Tab');
    await settledAt();
    const cell = (term: string) =>
      pane.excel.page.evaluate(`(() => {
        const { sheet, area } = excel.workspace.book.table('OfferTerms');
        for (let row = area.top; row <= area.bottom + 5; row++)
          if (sheet.value(row, area.left) === ${JSON.stringify(term)}) return sheet.value(row, area.left + 1);
      })()`);
    assert.equal(await cell('Ratio'), '0.5');
    assert.equal(await cell('New Plan'), '2003 Plan');
    assert.equal(await cell('New Grant Type'), 'ISO');
  });

  it('filters and searches the preview, and goes back from a what-if', async () => {
    await tabTo(/^4 Preview/, 'Shift+Tab');
    await press('Enter');
    await settledAt(/^4 Preview/);
    await tabTo(/^What if/);
    await press('Enter');
    await tabTo(/^New shares for an old one/);
    await type('1:1');
    await pane.text('offer: 1,001').waitFor();
    await tabTo(/^Back to the offer/);
    await press('Enter');
    await pane.text('offer: 1,001').waitFor({ state: 'detached' });
    await settledAt();
    await tabTo(/^Why grants are not eligible/);
    await press('Enter');
    await tabTo(/^Show the grants: Directors/);
    await press('Space');
    await pane.text('1 of 3 grants').waitFor();
    await tabTo(/^Only: Directors/);
    await press('Space');
    await pane.text('3 of 3 grants').waitFor();
    await settledAt();
    await tabTo(/^Not eligible 1$/, 'Shift+Tab');
    await press('Space');
    await pane.text('1 of 3 grants').waitFor();
    await settledAt(/^Not eligible 1$/);
    await tabTo(/^All$/, 'Shift+Tab');
    await press('Space');
    await tabTo(/^Search grants and holders/);
    await type('002');
    await pane.text('1 of 3 grants').waitFor();
    await press('ControlOrMeta+a');
    await press('Delete');
    await pane.text('3 of 3 grants').waitFor();
    await settledAt(/^Search grants and holders/);
  });

  it('cancels a run, runs, and goes on from the results to a sheet', async () => {
    await tabTo(/^5 Run/, 'Shift+Tab');
    await press('Enter');
    await tabTo(/^Run the offer$/);
    await pane.holdAnswers();
    await press('Enter');
    await tabTo(/^Cancel$/);
    await press('Enter');
    await pane.excel.page.evaluate('goOn()');
    await said(/Cancelled: the workbook is as it was/);
    await settledAt();
    await tabTo(/^Run the offer$/);
    await press('Enter');
    await said(/The offer has run/);
    await settledAt(/^6 Results/);
    await tabTo(/^Open Regrant New Grants/);
    await press('Enter');
    await untilPage(pane.excel.page, `excel.workspace.sheet.name === 'Regrant New Grants'`);
    await settledAt(/^Open Regrant New Grants/);
    await tabTo(/^Dismiss$/, 'Shift+Tab');
    await press('Enter');
    await settledAt();
  });

  it('opens and closes the offer, and leaves a question with Escape', async () => {
    await tabTo(/^5 Run/, 'Shift+Tab');
    await press('Enter');
    await tabTo(/^Open the offer …$/);
    await press('Enter');
    await pane.text('Nothing is frozen').waitFor();
    await settledAt();
    await press('Escape');
    await pane.text('Nothing is frozen').waitFor({ state: 'detached' });
    // In Excel on the web, office.js leads Escape out of the pane and back to its beginning.
    await settledAt();
    await tabTo(/^Open the offer …$/);
    await press('Enter');
    await tabTo(/^Open the offer$/);
    await press('Enter');
    await said(/The offer is at the stage Open/);
    await settledAt();
    await tabTo(/^Close the offer …$/);
    await press('Enter');
    await tabTo(/^Close the offer$/);
    await press('Enter');
    await said(/The offer is at the stage Closed/);
    await settledAt();
  });

  it('has results explained, and follows an explanation to its cells', async () => {
    await tabTo(/^Offer$/, 'Shift+Tab');
    await press('ArrowRight');
    await press('Enter');
    await pane.excel.page.evaluate(`(() => {
      const sheet = excel.workspace.book.sheet('Regrant New Grants');
      excel.workspace.goTo(sheet, { top: 2, left: 8, bottom: 2, right: 8 });
    })()`);
    await pane.frame.getByRole('heading', { name: 'Grant B', exact: true }).waitFor();
    await pane.text('1,001 × 1/2').waitFor();
    await settledAt();
    await tabTo(/Cap Table!K4$/);
    await press('Enter');
    await untilPage(pane.excel.page, `excel.workspace.sheet.name === 'Cap Table'`);
    await settledAt();
  });

  it('inserts a formula, and asks before it replaces a cell: Escape keeps it', async () => {
    await tabTo(/^Explain$/, 'Shift+Tab');
    await press('ArrowRight');
    await press('Enter');
    await tabTo(/^Search functions/);
    await type('NEWSHARES');
    await tabTo(/^NEWSHARES/);
    await press('Enter');
    await tabTo(/^Insert an example of NEWSHARES/);
    await press('Enter');
    await pane.button('Replace').waitFor();
    await settledAt();
    assert.match((await focused()).name, /^(Keep it|Replace)$/, 'the question has the focus');
    await press('Escape');
    await pane.button('Replace').waitFor({ state: 'detached' });
    await settledAt(/^Insert an example of NEWSHARES/);
    assert.deepEqual(await pane.excel.values('Cap Table', 'K4'), [[1001]]);
    await press('Enter');
    await pane.button('Replace').waitFor();
    await tabTo(/^Replace$/);
    await press('Enter');
    await said(/^NEWSHARES is in/);
    await settledAt();
  });

  it('goes on by Next from each step to the next one, which then has the focus', async () => {
    await tabTo(/^Formulas$/, 'Shift+Tab');
    await press('ArrowLeft');
    await press('ArrowLeft');
    await press('Enter');
    await tabTo(/^1 Ledger/);
    await press('Enter');
    await settledAt(/^1 Ledger/);
    for (const [at, next] of ['Terms', 'Elections', 'Preview', 'Run', 'Results'].entries()) {
      await tabTo(new RegExp(`^Next: ${next}$`));
      await press('Enter');
      await pane.frame.getByRole('heading', { name: new RegExp(`^${next}`), level: 2 }).waitFor();
      await settledAt(new RegExp(`^${at + 2} ${next},`));
    }
  });

  it('moves the focus in the order in which one reads', async () => {
    for (const step of ['Ledger', 'Terms', 'Elections', 'Preview', 'Run', 'Results']) {
      await pane.step(step);
      const places = await pane.frame.evaluate<Focused[]>('stops()');
      for (const [at, place] of places.entries()) {
        const before = places[at - 1];
        if (before === undefined) continue;
        const isOn = place.top >= before.top - 12 || place.left > before.left;
        assert.ok(isOn, `${step}: "${before.name}" before "${place.name}"`);
      }
      assert.ok(places.length > 8, step);
    }
  });
});

/** In the pane's page: what has the focus, what was said aloud, and how often the focus moved. */
const HELPERS = `(() => {
  window.focusMoves = 0;
  document.addEventListener('focusin', () => { focusMoves++; });
  window.said = [];
  const isSaid = (node) => (node instanceof Element ? node : node.parentElement)?.closest('[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]');
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes)
      for (const node of [target, ...addedNodes]) {
        const region = isSaid(node);
        const text = (node.textContent ?? '').trim();
        if (region && text !== '') said.push(text);
      }
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
  const nameOf = (element) =>
    (element.getAttribute('aria-label')
      ?? (element.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.innerText ?? '').join(' ').trim())
    || element.labels?.[0]?.innerText || element.innerText || element.getAttribute('placeholder') || element.tagName;
  const look = (element) => {
    const style = getComputedStyle(element);
    const marks = [style.outlineStyle !== 'none' ? style.outlineWidth + style.outlineColor : '', style.boxShadow, style.textDecoration, style.borderColor, style.borderBottomColor];
    for (const part of ['::before', '::after']) {
      const { outlineStyle, outlineWidth, boxShadow, borderTopWidth, borderColor, transform, opacity, content } = getComputedStyle(element, part);
      marks.push(content, outlineStyle !== 'none' ? outlineWidth : '', boxShadow, borderTopWidth + borderColor, transform, opacity);
    }
    return marks.join('|');
  };
  const looks = (element) => [element, element.parentElement, element.parentElement?.parentElement].map(look).join('#');
  const all = () => document.querySelectorAll('button, a[href], input, select, textarea, [tabindex="0"]');
  // What each shows while it has no focus.
  let unseen = new Map();
  window.beforeKey = () => {
    unseen = new Map([...all()].map((element) => [element, looks(element)]));
    return focusMoves;
  };
  const place = (element) => {
    const { top, left } = element.getBoundingClientRect();
    return { tag: element.tagName, name: nameOf(element).trim(), top: Math.round(top + document.querySelector('.rg-main').scrollTop), left: Math.round(left), isSeen: false };
  };
  window.focused = () => {
    const element = document.activeElement;
    if (element === document.body) return { tag: 'BODY', name: '', top: 0, left: 0, isSeen: false };
    return { ...place(element), isSeen: unseen.get(element) !== looks(element) };
  };
  window.twoFrames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  window.stops = () =>
    [...all()]
      .filter((element) => element.closest('.rg-main') !== null)
      .filter((element) => element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }))
      .map(place);
})()`;
