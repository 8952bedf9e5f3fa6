/**
 * The pane as people set their screens: text twice as large, forced colours, reduced motion; and axe's rules in the
 * states that the path seldom shows.
 */
import assert from 'node:assert/strict';
import { grant, LEDGER_HEADER } from '../../src/domain/offer/offer-book.fixture.ts';
import type { Workbook } from '@regrant/embedded-excel/package';
import { offerWorkbook } from '../offer-workbook.ts';
import { needs } from '../tools.ts';
import { PanePage } from './pane-page.ts';

/** Two ledgers, a grant whose price is text, prices that end too early. */
function oddWorkbook(): Workbook {
  const book = offerWorkbook({
    grants: [
      grant('A'),
      grant('B', { 'Holder ID': '002', Outstanding: 1001 }),
      grant('C', { 'Holder ID': '003', 'Exercise Price': 'six' }),
    ],
    prices: [['2003-07-18', 1.4]],
  });
  book.addSheet('Old ledger').setValues(0, 0, [LEDGER_HEADER, grant('A')] as never);
  return book;
}

const STEPS = ['Ledger', 'Terms', 'Elections', 'Preview', 'Run', 'Results'] as const;

/** What sticks out of the pane sideways, is cut off inside its own box, or lies over another control. */
const MISFITS = `(() => {
  const main = document.querySelector('.rg-main');
  const nameOf = (element) => (element.getAttribute('aria-label') ?? element.innerText ?? element.tagName).slice(0, 60);
  const found = [];
  if (main.scrollWidth > main.clientWidth) found.push('the pane scrolls sideways');
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth) found.push('the page scrolls sideways');
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.closest('.rg-unseen') === null;
  const controls = [...document.querySelectorAll('button, a[href], input, select, textarea')].filter((element) => isShown(element) && element.tabIndex >= 0);
  const right = document.documentElement.clientWidth + 0.5;
  for (const control of controls) {
    const box = control.getBoundingClientRect();
    if (box.right > right || box.left < -0.5) found.push('outside of the pane: ' + nameOf(control));
    const isField = /^(INPUT|SELECT|TEXTAREA)$/.test(control.tagName);
    if (!isField && getComputedStyle(control).overflow !== 'visible' && control.scrollWidth > control.clientWidth + 1)
      found.push('cut off: ' + nameOf(control));
  }
  for (const text of document.querySelectorAll('.rg-main p, .rg-main dt, .rg-main dd, .rg-main h2, .rg-main h3, .rg-main label, .rg-main li > span')) {
    if (!isShown(text)) continue;
    if (getComputedStyle(text).overflowX !== 'visible' && text.scrollWidth > text.clientWidth + 1) found.push('cut off: ' + text.innerText.slice(0, 60));
  }
  const apart = controls.filter((control) => control.closest('.rg-main') !== null).map((control) => [control, control.getBoundingClientRect()]);
  for (const [at, [a, one]] of apart.entries())
    for (const [b, other] of apart.slice(at + 1)) {
      if (a.contains(b) || b.contains(a) || a.type === 'radio' || b.type === 'radio') continue;
      const [width, height] = [Math.min(one.right, other.right) - Math.max(one.left, other.left), Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)];
      if (width > 2 && height > 2) found.push('one over the other: ' + nameOf(a) + ' / ' + nameOf(b));
    }
  return found;
})()`;

/** Whatever moves for longer than an instant. */
const MOVING = `[...document.querySelectorAll('*')].flatMap((element) =>
  ['', '::before', '::after'].flatMap((part) => {
    const style = getComputedStyle(element, part || undefined);
    const seconds = (text) => Math.max(...text.split(',').map((one) => parseFloat(one) * (one.trim().endsWith('ms') ? 0.001 : 1)));
    const isAnimated = style.animationName !== 'none' && seconds(style.animationDuration) > 0.01 && style.animationIterationCount !== '0';
    const isMoved = seconds(style.transitionDuration) > 0.01 && style.transitionProperty !== 'none';
    return isAnimated || isMoved ? [element.className + part + ' ' + style.animationName + ' ' + style.animationDuration + ' ' + style.transitionProperty + ' ' + style.transitionDuration] : [];
  }))`;

describe('the pane on other screens', () => {
  needs('chromium');
  let pane: PanePage;

  before(async () => {
    pane = await PanePage.open();
    await pane.runOffer();
  });
  after(() => pane.close());
  afterEach(() => pane.assertSound());

  const unfoldAll = async (): Promise<void> => {
    const folded = pane.frame.locator('.rg-fold-head[aria-expanded="false"]');
    while ((await folded.count()) > 0) await folded.first().click();
  };

  it('holds everything at 320 pixels with its text twice as large: nothing cut off, over another, or to the side', async () => {
    // As a browser's zoom of 200% does it: the same pane with half the pixels.
    for (const zoom of [1, 2]) {
      await pane.resize(320 * zoom);
      await pane.frame.evaluate(`document.documentElement.style.zoom = ${zoom}`);
      for (const step of STEPS) {
        await pane.step(step);
        await unfoldAll();
        assert.deepEqual(await pane.frame.evaluate<string[]>(MISFITS), [], `${step} at ${zoom * 100}%`);
        await pane.screenshot(`zoom-${zoom}-${step.toLowerCase()}`);
      }
      for (const tab of ['Explain', 'Formulas'] as const) {
        await pane.excel.tab('Regrant New Grants');
        await pane.excel.goTo('I4');
        await pane.open(tab);
        if (tab === 'Explain') await pane.frame.getByRole('heading', { name: 'Break-even' }).waitFor();
        assert.deepEqual(await pane.frame.evaluate<string[]>(MISFITS), [], `${tab} at ${zoom * 100}%`);
        await pane.screenshot(`zoom-${zoom}-${tab.toLowerCase()}`);
      }
    }
    await pane.frame.evaluate(`document.documentElement.style.zoom = ''`);
    await pane.resize(320);
  });

  it('holds everything at half its width, as where 640 pixels are zoomed to 200%', async () => {
    await pane.frame.evaluate(`document.documentElement.style.zoom = 2`);
    await pane.resize(480);
    for (const step of STEPS) {
      await pane.step(step);
      const sideways = await pane.frame.evaluate<string[]>(MISFITS);
      assert.deepEqual(
        sideways.filter((misfit) => misfit.includes('sideways')),
        [],
        step,
      );
    }
    await pane.frame.evaluate(`document.documentElement.style.zoom = ''`);
    await pane.resize(320);
  });

  it('moves nothing where motion is reduced', async () => {
    for (const step of STEPS) {
      await pane.step(step);
      assert.deepEqual(await pane.frame.evaluate<string[]>(MOVING), [], step);
    }
  });

  for (const scheme of ['light', 'dark'] as const)
    it(`keeps apart what is chosen, done and wrong in forced ${scheme} colours`, async () => {
      await pane.excel.page.emulateMedia({
        forcedColors: 'active',
        colorScheme: scheme,
        reducedMotion: 'reduce',
      });
      const looks = (selector: string, part = '') =>
        pane.frame.evaluate<string>(
          `(() => { const style = getComputedStyle(document.querySelector(${JSON.stringify(selector)}), ${JSON.stringify(part)} || undefined); return [style.color, style.backgroundColor, style.borderTopColor, style.borderTopWidth, style.borderTopStyle, style.outlineStyle, style.outlineWidth].join(' '); })()`,
        );
      await pane.step('Preview');
      const chip = '.rg-chips button';
      assert.notEqual(
        await looks(`${chip}[aria-pressed="true"]`),
        await looks(`${chip}[aria-pressed="false"]`),
        'chips',
      );
      await pane.unfold('Why grants are not eligible');
      await pane.screenshot(`forced-${scheme}-preview`);
      assert.ok(await isFilled('.rg-bar'), 'bars are seen');
      await pane.step('Results');
      await pane.screenshot(`forced-${scheme}-results`);
      await pane.step('Run');
      await pane.screenshot(`forced-${scheme}-run`);
      assert.notEqual(
        await looks('.rg-stage.rg-reached'),
        await looks('.rg-stage:not(.rg-reached)'),
        'stages',
      );
      await pane.step('Ledger');
      await pane.screenshot(`forced-${scheme}-ledger`);
      await pane.excel.page.emulateMedia({
        forcedColors: 'none',
        colorScheme: 'light',
        reducedMotion: 'reduce',
      });
    });

  /** Whether an element's own colour differs from what it stands on. */
  const isFilled = (selector: string): Promise<boolean> =>
    pane.frame.evaluate<boolean>(`(() => {
      const element = document.querySelector(${JSON.stringify(selector)});
      const own = getComputedStyle(element);
      const around = getComputedStyle(document.body).backgroundColor;
      const border = parseFloat(own.borderTopWidth) > 0 && own.borderTopColor !== around;
      return border || (own.backgroundColor !== around && own.backgroundColor !== 'rgba(0, 0, 0, 0)');
    })()`);
});

describe('the pane in its rarer states', () => {
  needs('chromium');

  for (const [scheme, width] of [
    ['light', 320],
    ['dark', 480],
  ] as const)
    it(`has no violation of axe's rules, in the ${scheme} theme at ${width} pixels`, async () => {
      const pane = await PanePage.open({ book: oddWorkbook(), scheme, width });
      const check = async (state: string): Promise<void> => {
        await pane.assertAccessible(`${state}, ${scheme}, ${width} px`);
        await pane.screenshot(`${state}-${scheme}-${width}`);
      };
      try {
        await pane.text('Which sheet is the ledger?').waitFor();
        await check('two-ledgers');
        await pane.button('Use Cap Table').click();
        await pane.text('The ledger is remembered in this workbook.').waitFor();
        await check('notice-of-success');
        await pane.step('Ledger');
        await pane.text('Exercise Price is "six"').waitFor();
        await check('errors-in-the-ledger');
        await pane.holdAnswers();
        await pane.step('Run');
        await pane.button('Run the offer').click();
        await pane.button('Cancel').waitFor();
        await check('running');
        await pane.excel.page.evaluate('goOn()');
        await pane.text(/The offer has run/).waitFor();
        await check('results-with-errors');
        await pane.excel.tab('Regrant New Grants');
        await pane.excel.goTo('I2');
        await pane.open('Explain');
        await pane.text('Promised: the prices end before the new grant date.').waitFor();
        await check('price-pending');
        for (const [step, stage] of [
          ['Open the offer', 'Open'],
          ['Close the offer', 'Closed'],
          ['Cancel the options', 'Cancelled'],
        ] as const) {
          if (stage === 'Cancelled') {
            await pane.excel.tab('Cap Table');
            await pane.excel.type('K4', '500');
          }
          await pane.step('Run');
          await pane.button(`${step} …`).click();
          if (stage === 'Cancelled') await pane.unfold('1 change in the ledger since the closing');
          await check(stage === 'Cancelled' ? 'drift' : `question-${stage}`);
          await pane.button(step).click();
          await pane.text(`The offer is at the stage ${stage}`).waitFor();
          await pane.step('Run');
          await check(`stage-${stage}`);
        }
        await pane.button('Grant the awards …').click();
        await pane.text(/is not known yet/).waitFor();
        await check('refused-step');
        await pane.button('Not now').click();
        await pane.excel.tab('OfferPrices');
        await pane.excel.type('A2', '2003-07-21');
        await pane.step('Run');
        await pane.button('Grant the awards …').click();
        await pane.button('Grant the awards').click();
        await pane.text('The offer is at the stage Granted').waitFor();
        await pane.step('Run');
        await check('stage-Granted');
        await pane.excel.page.evaluate(`excel.workspace.book.sheet('Regrant Log').protect({ options: {} })`);
        await pane.button('Take the last step back …').click();
        await pane.button('Take the last step back').click();
        await pane.text(/"Regrant Log" is protected/).waitFor();
        // The buttons are free again once the step has ended.
        await pane.frame
          .locator('button:not([aria-disabled="true"])', { hasText: /^Take the last step back …$/ })
          .waitFor();
        await pane.excel.settled();
        await check('notice-of-an-error');
      } finally {
        await pane.close();
      }
    });
});
