/**
 * An offer's life through the pane: what each stage freezes is said before it is entered, and it is there again when
 * the file is opened on another machine. And what a person sees where a run is cancelled, or Excel fails under it.
 */
import assert from 'node:assert/strict';
import { grant } from '../../src/domain/offer/offer-book.fixture.ts';
import { readWorkbook, type Workbook } from '@regrant/embedded-excel/package';
import { VERSION } from '../../src/workbook/excel/version.ts';
import { offerWorkbook } from '../offer-workbook.ts';
import { columnOf } from '../run-addin.ts';
import { needs } from '../tools.ts';
import { differingParts, filePartsOf } from '../workbook-parts.ts';
import { PanePage } from './pane-page.ts';

/** Three for four, rounded up: 750, 751 and 300 new shares. The prices end before the new grant date. */
const offer = (): Workbook =>
  offerWorkbook({
    grants: [
      grant('A'),
      grant('B', { 'Holder ID': '002', Outstanding: 1001 }),
      grant('C', { 'Holder ID': '003', Outstanding: 400 }),
    ],
    prices: [['2003-07-18', 1.4]],
  });

const TAKEN = (stage: string) => `The offer is at the stage ${stage}; the step is in Regrant Log.`;

describe('an offer\u2019s life in the pane', () => {
  needs('chromium');
  let pane: PanePage;

  before(async () => {
    pane = await PanePage.open({ book: offer() });
  });
  after(() => pane.close());
  afterEach(() => pane.assertSound());

  const question = (step: string) => pane.frame.getByRole('group', { name: step, exact: true });

  /** Asks what a step would do; gives the sentences. */
  async function ask(step: string): Promise<string> {
    await pane.step('Run');
    await pane.button(`${step} …`).click();
    await question(step).waitFor();
    return question(step).innerText();
  }

  async function take(step: string, stage: string): Promise<void> {
    await question(step).getByRole('button', { name: step, exact: true }).click();
    await pane.text(TAKEN(stage)).waitFor();
  }

  const stageNow = async (): Promise<string> => {
    await pane.step('Run');
    return pane.frame.locator('.rg-stage[aria-current="step"]').innerText();
  };

  /** Goes on where the file is opened again, as somebody else would. */
  async function openElsewhere(): Promise<void> {
    const saved = await pane.saved();
    await pane.close();
    pane = await PanePage.open({ book: saved });
  }

  it('begins as a draft, and stays one where a step is not confirmed', async () => {
    assert.equal(await stageNow(), 'Draft');
    assert.match(await ask('Open the offer'), /Nothing is frozen/);
    await pane.button('Not now').click();
    await question('Open the offer').waitFor({ state: 'detached' });
    assert.equal(await stageNow(), 'Draft');
    assert.equal(readWorkbook(await pane.saved()).table('RegrantLog'), undefined);
  });

  it('opens without freezing anything', async () => {
    const said = await ask('Open the offer');
    assert.match(said, /As it stands: 3 grants exchanged, 2,401 shares cancelled, 1,801 new shares\./);
    await take('Open the offer', 'Open');
    assert.equal(await stageNow(), 'Open');
  });

  it('closes over the ledger and the elections as they stand, and says since when', async () => {
    const said = await ask('Close the offer');
    assert.match(said, /ledger\u2019s rows and the elections are kept as they stand now/);
    assert.match(said, /reported in the checks, by grant and value, and not applied/);
    await take('Close the offer', 'Closed');
    await pane.step('Run');
    await pane.text(/count as they stood at the closing, /).waitFor();
  });

  it('is closed on another machine too: what drifts there is named by grant and value, and not applied', async () => {
    await openElsewhere();
    assert.equal(await stageNow(), 'Closed');
    await pane.excel.tab('Cap Table');
    await pane.excel.type('K4', '500');
    await pane.excel.type('J3', '2');
    await pane.excel.type('E5', '2003-05-01');
    await pane.step('Run');
    await pane.button('Cancel the options …').click();
    await pane.unfold('3 changes in the ledger since the closing');
    const drift = await question('Cancel the options').innerText();
    assert.match(
      drift,
      /Grant B: Outstanding was 1,001 when the offer closed and is 500 now; the change is not applied/,
    );
    assert.match(
      drift,
      /Grant A: Exercise Price was 6 when the offer closed and is 2 now; the change is not applied/,
    );
    assert.match(drift, /Grant C: Termination Date was blank when .* is May 1, 2003 now; it is followed/);
    assert.match(drift, /As it stands: 3 grants exchanged, 2,401 shares cancelled, 1,501 new shares\./);
    await pane.button('Not now').click();
    await pane.runOffer();
    const book = readWorkbook(await pane.saved());
    assert.deepEqual(columnOf(book, 'RegrantNewGrants', 'Cancelled Shares'), [1000, 1001, 400]);
    assert.deepEqual(columnOf(book, 'RegrantNewGrants', 'New Shares'), [750, 751, 0]);
    const problems = columnOf(book, 'RegrantChecks', 'Problem').join('\n');
    assert.match(problems, /Grant B: Outstanding was 1001/);
    assert.match(problems, /Grant A: Exercise Price was 6/);
  });

  it('explains by the ledger as it stood, names what changed in a grant\u2019s cells, and why a promise lapsed', async () => {
    await pane.open('Explain');
    await pane.excel.tab('Cap Table');
    await pane.excel.goTo('K4');
    await pane.text('1,001 × 3/4').waitFor();
    await pane.text('Changed in the ledger since the closing').waitFor();
    await pane.text(/Outstanding was 1,001 when the offer closed and is 500 now/).waitFor();
    await pane.excel.goTo('E5');
    await pane.text('400 × 3/4').waitFor();
    await pane
      .text(
        'Service ended on May 1, 2003, before Jul 21, 2003: the promise lapsed, and the new shares are 0.',
      )
      .waitFor();
    assert.equal(await pane.frame.getByRole('heading', { name: /^(Vesting|Break-even)$/ }).count(), 0);
    await pane.open('Offer');
    await pane.step('Ledger');
    await pane.unfold('3 changes in the ledger since the closing');
    await pane.button('Cap Table!K4').waitFor();
  });

  it('cancels the tendered options: each grant is exchanged for a promise, or lapsed where its holder left', async () => {
    await ask('Cancel the options');
    await take('Cancel the options', 'Cancelled');
    await pane.step('Preview');
    await pane.button(/^Exchanged 2$/).waitFor();
    await pane.button(/^Lapsed 1$/).waitFor();
  });

  it('grants nothing while the price is not known, and says so before', async () => {
    assert.match(await ask('Grant the awards'), /exercise price of 2 new grants is not known yet/);
    const confirm = question('Grant the awards').getByRole('button', {
      name: 'Grant the awards',
      exact: true,
    });
    assert.equal(await confirm.getAttribute('aria-disabled'), 'true');
    await pane.button('Not now').click();
  });

  it('grants for good once the price is there: results are values, and no run rewrites them', async () => {
    await pane.excel.tab('OfferPrices');
    await pane.excel.type('A2', '2003-07-21');
    await pane.step('Run');
    await pane.text('The results in the workbook are older than its cells: run again.').waitFor();
    await ask('Grant the awards');
    await take('Grant the awards', 'Granted');
    assert.equal(await stageNow(), 'Granted');
    await pane.text(/awards are granted: their results are values that no run rewrites/).waitFor();
    assert.equal(await pane.button('Run again').getAttribute('aria-disabled'), 'true');
    await pane.step('Preview');
    await pane.button(/^Granted 2$/).waitFor();
    const book = readWorkbook(await pane.saved());
    assert.deepEqual(columnOf(book, 'RegrantNewGrants', 'Exercise Price').slice(0, 2), [1.4, 1.4]);
    const sheet = book.table('RegrantNewGrants')?.sheet;
    assert.equal(sheet?.formula(1, 8), undefined);
  });

  it('says of a granted award what the workbook holds where the terms have changed since', async () => {
    await pane.text(/^The awards are granted: the results in the workbook are final/).waitFor();
    await pane.excel.tab('OfferTerms');
    const terms = await pane.excel.values('OfferTerms', 'A1:A20');
    const ratio = `B${terms.findIndex(([term]) => term === 'Ratio') + 1}`;
    await pane.excel.type(ratio, '0.5');
    await pane.excel.tab('Regrant New Grants');
    await pane.excel.goTo('I2');
    await pane.open('Explain');
    await pane
      .text('The workbook holds 750 new shares for this grant; the offer as it is now gives 500.')
      .waitFor();
    await pane.button('Regrant New Grants!I2').waitFor();
    await pane.excel.tab('OfferTerms');
    // The text that it was: the log proves from what the steps back are computed.
    await pane.excel.type(ratio, "'0.75");
    await pane.excel.tab('Regrant New Grants');
    await pane.excel.goTo('I3');
    await pane.text('1,001 × 3/4').waitFor();
    await pane.text(/^The workbook holds/).waitFor({ state: 'detached' });
    await pane.open('Offer');
  });

  it('goes back step by step, each as it says before, to the live ledger', async () => {
    assert.match(await ask('Take the last step back'), /results may be rewritten again/);
    await take('Take the last step back', 'Cancelled');
    await ask('Take the last step back');
    await take('Take the last step back', 'Closed');
    assert.match(
      await ask('Take the last step back'),
      /kept at the closing are given up: the live ones count again/,
    );
    await take('Take the last step back', 'Open');
    await pane.step('Preview');
    // Grant A is at 2.00 now, and not eligible; B has 500 shares.
    await pane.text('900').waitFor();
    assert.equal(readWorkbook(await pane.saved()).sheet('Regrant Closing'), undefined);
  });

  it('has every step in its log, with the time, the version, the totals and what each was computed from', async () => {
    await openElsewhere();
    assert.equal(await stageNow(), 'Open');
    const book = readWorkbook(await pane.saved());
    const log = (column: string) => columnOf(book, 'RegrantLog', column);
    const rows = log('Step').map((step, at) => [
      step,
      log('Stage')[at],
      log('Shares Cancelled')[at],
      log('New Shares')[at],
    ]);
    assert.deepEqual(rows, [
      ['Open', 'Open', 2401, 1801],
      ['Close', 'Closed', 2401, 1801],
      ['Run', 'Closed', 2401, 1501],
      ['Cancel', 'Cancelled', 2401, 1501],
      ['Grant', 'Granted', 2401, 1501],
      ['Back', 'Cancelled', 2401, 1501],
      ['Back', 'Closed', 2401, 1501],
      // The results in the workbook are still those of the closing; the next run logs what the live ledger gives.
      ['Back', 'Open', 2401, 1501],
    ]);
    for (const time of log('Time')) assert.match(String(time), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    assert.deepEqual([...new Set(log('Version'))], [VERSION]);
    const [ledger, prices] = [log('Ledger Digest'), log('Prices Digest')];
    for (const digest of [...ledger, ...prices]) assert.match(String(digest), /^[0-9a-f]{64}$/);
    assert.equal(new Set(ledger).size, 1, 'from the closing on, the ledger is the one that was kept');
    assert.equal(new Set(log('Terms Digest')).size, 1);
    assert.notEqual(prices[4], prices[3], 'the price came before the grant');
  });
});

/** The round trips of the add-in from now on; at the `nth` the page calls `act`. */
const atRoundTrip = (nth: number, act: string): string => `(() => {
  const { server } = excel.workspace;
  const plain = Object.getPrototypeOf(server).answerParsed;
  let trips = 0;
  server.answerParsed = function (body, text) {
    const { Actions: actions = [] } = body ?? JSON.parse(text);
    const isOfOffice = actions.every(({ ActionType, Name }) => ActionType === 1 || Name === '_RemoveReference' || Name === 'SetInvocationArrayResults');
    if (isOfOffice) return plain.call(this, body, text);
    trips++;
    return (${act})(trips, ${nth}, () => plain.call(this, body, text));
  };
  window.heal = () => { delete server.answerParsed; return trips; };
})()`;

const FAIL = `JSON.stringify({ Results: [], TraceIds: [], Error: { Code: 'GeneralException', Message: 'The host has failed.', Location: '', HttpStatusCode: 500 } })`;
const FAIL_ONCE = `(trips, nth, answer) => trips === nth ? ${FAIL} : answer()`;
const FAIL_FOR_GOOD = `(trips, nth, answer) => trips >= nth ? ${FAIL} : answer()`;
const PRESS_CANCEL = `(trips, nth, answer) => {
  if (trips === nth)
    [...document.querySelector('#pane iframe').contentDocument.querySelectorAll('.rg-progress button')].forEach((button) => button.click());
  return answer();
}`;

describe('a run from the pane that does not come to its end', () => {
  needs('chromium');
  let pane: PanePage;

  before(async () => {
    pane = await PanePage.open({ book: offer() });
  });
  after(() => pane.close());
  afterEach(() => pane.assertSound());

  /** @param disturbance from its own first round trip on, and not from those by which the pane looks at the workbook */
  const run = async (disturbance: string): Promise<void> => {
    await pane.step('Run');
    await pane.excel.settled();
    await pane.excel.page.evaluate(disturbance);
    await pane.button(/^Run (the offer|again)$/).click();
  };
  const heal = (): Promise<number> => pane.excel.page.evaluate<number>('heal()');
  /** Lists of parts and of texts that a sheet which came and went may leave behind. */
  const LISTS = new Set([
    '[Content_Types].xml',
    'xl/_rels/workbook.xml.rels',
    'xl/sharedStrings.xml',
    'xl/styles.xml',
  ]);
  const differing = async (before: Uint8Array): Promise<string[]> =>
    differingParts(filePartsOf(before), filePartsOf(await pane.saved())).filter((part) => !LISTS.has(part));
  const sheets = () =>
    pane.excel.page.evaluate<string[]>(`excel.workspace.book.sheets.map(({ name }) => name)`);

  it('says what Excel\u2019s failure means and what to do, and leaves every part of the workbook as it was', async () => {
    await pane.step('Run');
    const before = await pane.saved();
    for (const nth of [1, 4]) {
      await run(atRoundTrip(nth, FAIL_ONCE));
      await pane.text(/Excel could not do what was asked: run again/).waitFor();
      await heal();
      await pane.frame
        .locator('button:not([aria-disabled="true"])', { hasText: /^Run the offer$/ })
        .waitFor();
      assert.deepEqual(await differing(before), [], `after a failure at round trip ${nth}`);
      await pane.button('Dismiss').click();
    }
    assert.equal(await pane.frame.getByText(/\bat \w+ \(|Error:/).count(), 0, 'no stack');
  });

  it('cancelled at any round trip, leaves every part as it was, until results are put into place', async () => {
    const before = await pane.saved();
    let cancelled = 0;
    for (let nth = 1; ; nth++) {
      await run(atRoundTrip(nth, PRESS_CANCEL));
      const end = pane.text(/^Cancelled: the workbook is as it was|^The offer has run/);
      await end.waitFor();
      const hasRun = (await end.innerText()).startsWith('The offer');
      await heal();
      if (hasRun) break;
      cancelled++;
      assert.deepEqual(await differing(before), [], `cancelled at round trip ${nth}`);
      await pane.button('Dismiss').click();
    }
    assert.ok(cancelled >= 4, `${cancelled} round trips could be cancelled`);
  });

  it('clears away, at the next run, what an Excel that went down has left', async () => {
    await run(atRoundTrip(6, FAIL_FOR_GOOD));
    await pane.text('Try again').waitFor();
    await heal();
    assert.ok(
      (await sheets()).some((name) => name.startsWith('Regrant staging')),
      'a hidden sheet is left behind',
    );
    const saved = await pane.saved();
    await pane.close();
    pane = await PanePage.open({ book: saved });
    await pane.runOffer();
    assert.ok(!(await sheets()).some((name) => name.startsWith('Regrant staging')));
    assert.deepEqual(
      columnOf(readWorkbook(await pane.saved()), 'RegrantNewGrants', 'New Shares'),
      [750, 751, 300],
    );
  });
});
