/** The pane in German: its whole path, and whatever it has to say of a faulty ledger. */
import assert from 'node:assert/strict';
import { grant, type OfferBook } from '../../src/domain/offer/offer-book.fixture.ts';
import { newWorkbook, type Workbook } from '@regrant/embedded-excel/package';
import { STEPS, type Step } from '../../src/taskpane/state/offer-view.ts';
import { GERMAN } from '../../src/taskpane/strings/german.ts';
import { offerWorkbook } from '../offer-workbook.ts';
import { needs } from '../tools.ts';
import { englishLeft } from './english-left.ts';
import { PanePage } from './pane-page.ts';

/** Everything that is shown or read aloud: texts as blocks and one by one, names, titles, placeholders. */
const SHOWN = `(() => {
  const seen = [...document.querySelectorAll('body *')].filter((element) => element.checkVisibility());
  const blocks = seen
    .filter((element) => /^(P|DT|DD|H1|H2|H3|H4|BUTTON|LABEL|TD|TH|OPTION|SPAN|LEGEND)$/.test(element.tagName))
    .filter((element) => element.closest('code') === null)
    .map((element) => {
      // Formulas and their parameters are of no language.
      if (element.querySelector('code') === null) return element.innerText ?? '';
      const copy = element.cloneNode(true);
      for (const code of copy.querySelectorAll('code')) code.remove();
      return copy.textContent ?? '';
    });
  const attributes = seen.flatMap((element) =>
    ['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? ''));
  return [...new Set([...blocks, ...attributes])].filter((text) => text.trim() !== '');
})()`;

/** The analyst's own words: reasons of rules, values of terms, and what the ledger's cells hold. */
const OWN = `(() => {
  const { book } = excel.workspace;
  const texts = new Set();
  for (const name of ['OfferRules', 'OfferTerms']) {
    const table = book.table(name);
    if (table === undefined) continue;
    const { sheet, area } = table;
    for (let row = area.top + 1; row <= area.bottom; row++)
      for (let column = area.left + 1; column <= area.right; column++) {
        const isNote = name === 'OfferTerms' && column > area.left + 1;
        const value = sheet.value(row, column);
        if (!isNote && typeof value === 'string' && value.length > 3) texts.add(value);
      }
  }
  return [...texts];
})()`;

class GermanPane {
  readonly pane: PanePage;

  private constructor(pane: PanePage) {
    this.pane = pane;
  }

  static async open(book?: Workbook): Promise<GermanPane> {
    const host = 'language=de-DE&locale=de-DE';
    return new GermanPane(await PanePage.open(book === undefined ? { host } : { host, book }));
  }

  async step(step: Step): Promise<void> {
    await this.tab(GERMAN.app.offer);
    await this.pane.button(new RegExp(`^${STEPS.indexOf(step) + 1} ${GERMAN.steps.names[step]},`)).click();
    await this.pane.frame.getByRole('heading', { name: GERMAN.steps.names[step], level: 2 }).waitFor();
  }

  tab(name: string): Promise<void> {
    return this.pane.frame.getByRole('tab', { name, exact: true }).click();
  }

  async unfoldAll(): Promise<void> {
    const closed = this.pane.frame.locator('.rg-fold-head[aria-expanded="false"]');
    while ((await closed.count()) > 0) await closed.first().click();
  }

  says(text: string | RegExp): Promise<void> {
    return this.pane.text(text).waitFor();
  }

  /** German, accessible, and no wider than the pane. */
  async check(state: string): Promise<void> {
    await this.pane.screenshot(`german-${state}`);
    const shown = await this.pane.frame.evaluate<string[]>(SHOWN);
    const own = await this.pane.excel.page.evaluate<string[]>(OWN);
    assert.ok(shown.length > 5, 'the pane shows something');
    assert.deepEqual(englishLeft(shown, own), [], state);
    await this.pane.assertAccessible(`${state}, German, 320 px`);
  }

  async close(): Promise<void> {
    await this.pane.assertSound();
    await this.pane.close();
  }
}

async function inGerman(
  book: Workbook | undefined,
  use: (german: GermanPane) => Promise<void>,
): Promise<void> {
  const german = await GermanPane.open(book);
  try {
    await use(german);
  } finally {
    await german.close();
  }
}

const inLedger = (offer: OfferBook) => (use: (german: GermanPane) => Promise<void>) =>
  inGerman(offerWorkbook(offer), use);

describe('the pane in German', () => {
  needs('chromium');

  it('would not pass for German if it were English', () => {
    for (const text of [
      'Exercise Price is negative: -3',
      'The offer has run. No errors',
      'Back to the offer',
    ])
      assert.notDeepEqual(englishLeft([text], []), [], text);
    assert.deepEqual(englishLeft(['Exercise Price ist negativ: -3', 'Mine'], ['Mine']), []);
  });

  it('leads on the whole path, with German dates and numbers', () =>
    inGerman(undefined, async (german) => {
      const { pane } = german;
      assert.equal(await pane.frame.evaluate(`document.documentElement.lang`), 'de');
      await german.step('ledger');
      await german.says('400 Zuteilungen');
      await german.unfoldAll();
      await german.check('ledger');
      await german.step('terms');
      await german.unfoldAll();
      await german.check('terms');
      await german.step('elections');
      await german.check('elections');
      await german.step('preview');
      await german.says('383.986');
      await german.unfoldAll();
      await german.check('preview');
      await german.step('run');
      await german.check('run');
      await pane.button(GERMAN.run.button).click();
      await german.says(GERMAN.run.done);
      await german.step('results');
      await german.unfoldAll();
      await german.check('results');
      await pane.excel.tab('Regrant New Grants');
      await pane.excel.goTo('I4');
      await german.tab(GERMAN.app.explain);
      await german.says('21.07.2003');
      await german.check('explain');
      await pane.excel.tab('Regrant Checks');
      await pane.excel.goTo('E2');
      await german.says(GERMAN.explain.check);
      await german.check('explain-check');
      await german.tab(GERMAN.app.formulas);
      await german.unfoldAll();
      await german.check('formulas');
    }));

  it('says what is wrong with a ledger, and why grants are not eligible', () =>
    inLedger({
      grants: [
        grant('A', { Outstanding: 1001 }),
        grant('A', { 'Exercise Price': 'six' }),
        grant('B', { 'Exercise Price': -2.5, 'Grant Date': 'spring' }),
        grant('C', { Outstanding: 10.5, 'Expiration Date': '2000-01-02' }),
        grant('D', { Outstanding: 0 }),
        grant('E', { 'Expiration Date': '2003-01-02' }),
        grant('F', { 'Holder ID': '002', 'Termination Date': '2002-12-19' }),
        grant('G', { 'Holder ID': '003', 'Termination Date': '2003-05-01' }),
        grant('H', { 'Holder ID': '004', 'Exercise Price': 2, 'Hire Date': '#N/A', Role: '' }),
        grant('I', { 'Holder ID': '005', 'Exercise Price': 0, 'Grant Date': 0.5 }),
        grant('J', { 'Holder ID': '003', 'Termination Date': '' }),
      ],
      rules: [
        ['Field', 'Operator', 'Value', 'Reason', 'Waived for Look-back'],
        ['Exercise Price', '>', 3.01, '', 'Yes'],
        ['Hire Date', 'blank or <=', '2002-12-19', '', ''],
        ['Role', 'not in', 'Director; Executive Officer', '', ''],
        ['Role', 'is not blank', '', '', ''],
        ['Grant Date', 'between', '2000-01-01; 2002-12-31', '', ''],
      ],
      terms: { 'Commencement Date': '2003-01-02', Ratio: '1.5' },
      elections: [
        ['001', 'ALL', 'Elect', '2003-01-10'],
        ['002', 'F', 'Elect', '2003-01-10'],
        ['003', 'G', 'Elect', '2003-01-10'],
        ['004', 'H', 'Elect', '2003-02-10'],
        ['009', 'ALL', 'Elect', '2003-01-10'],
        ['001', 'Z', 'Elect', '2003-01-10'],
        ['001', 'F', 'Elect', '2003-01-10'],
        ['001', 'A', 'Chose', '2003-01-10'],
        ['001', 'A', 'Elect', ''],
      ],
      events: [
        ['2003-03-03', 'Split', 1, 3, '', '', '', ''],
        ['2004-03-03', 'Merger', '', '', 0.5, '', '', ''],
      ],
    })(async (german) => {
      const { pane } = german;
      await german.step('ledger');
      await german.unfoldAll();
      await german.says('Exercise Price ist negativ: -2,5');
      await german.check('faulty-ledger');
      await german.step('terms');
      await german.check('faulty-terms');
      await german.step('elections');
      await german.says('Inhaber 009 ist nicht im Bestand');
      await german.check('faulty-elections');
      await german.step('preview');
      await german.unfoldAll();
      await german.says(/Die Beschäftigung endete am 19\.12\.2002/);
      await german.says('Exercise Price muss über 3,01 liegen');
      await german.check('faulty-preview');
      await german.tab(GERMAN.app.explain);
      await pane.excel.tab('Cap Table');
      for (const row of [3, 4, 9, 10, 11]) {
        await pane.excel.goTo(`F${row}`);
        await pane.button(`${GERMAN.explain.ledgerRow} ${row}`).waitFor();
        await german.check(`faulty-explain-${row}`);
      }
      await german.step('run');
      await pane.button(GERMAN.run.button).click();
      await german.says(GERMAN.run.done);
      await german.check('faulty-results');
      await pane.excel.tab('Regrant Checks');
      await german.tab(GERMAN.app.explain);
      for (const row of [2, 6, 12]) {
        await pane.excel.goTo(`E${row}`);
        await german.says(GERMAN.explain.check);
        await german.check(`faulty-check-${row}`);
      }
    }));

  it('says at the term, the rule and the event what cannot be read', () => {
    const terms = { 'Exercise Price Rule': 'close' };
    const events = [['2003-03-03', 'Split', 1, 3, '', '', '', '']];
    const faults: readonly (readonly [sheet: string, cell: string, value: string, says: RegExp])[] = [
      ['OfferTerms', 'B3', ' ', /Expiration Date fehlt: Geben Sie den Tag an/],
      [
        'OfferTerms',
        'B5',
        '2003-01-01',
        /New Grant Date 01\.01\.2003 liegt vor dem Cancellation Date 20\.01\.2003/,
      ],
      ['OfferTerms', 'B7', '3 for 4', /ist mehrdeutig: Schreiben Sie „3 new for 4 old“/],
      [
        'OfferTerms',
        'B8',
        'upp',
        /Rounding muss down, up oder nearest sein, nicht „upp“; meinten Sie „up“\?/,
      ],
      ['OfferTerms', 'B9', '25% at 1 yeer', /nicht lesbar: .* erwartet; meinten Sie „year“\?/],
      [
        'OfferTerms',
        'B9',
        '25% at 1 year, then 70% monthly over 36 months',
        /ergeben zusammen 95%, nicht 100\s%/,
      ],
      ['OfferTerms', 'B11', 'closing price', /ist keine Regel für den Ausübungspreis/],
      ['OfferRules', 'B2', 'exceeds', /hat den unbekannten Operator „exceeds“/],
      ['OfferRules', 'A2', 'Departmnt', /Das Feld „Departmnt“ ist keine Spalte des Bestands/],
      ['OfferEvents', 'B2', 'Spilt', /Event muss Split oder Merger sein/],
    ];
    return inLedger({ grants: [grant('A')], terms, events })(async (german) => {
      const { excel } = german.pane;
      await german.step('terms');
      for (const [sheet, cell, value, says] of faults) {
        await excel.tab(sheet);
        const [[before]] = (await excel.values(sheet, cell)) as [[string | number]];
        await excel.type(cell, value);
        await german.says(says);
        await german.check(`refused-${sheet}-${cell}-${value.trim().slice(0, 8)}`);
        await excel.type(cell, `${before}`);
        await german.pane.text(says).waitFor({ state: 'detached' });
      }
    });
  });

  it('says what each stage of the offer freezes, what has drifted, and what stands in the way', () => {
    const book = offerWorkbook({ grants: [grant('A'), grant('B', { Outstanding: 2500 })] });
    return inGerman(book, async (german) => {
      const { pane } = german;
      await german.step('run');
      for (const [name, stage] of [
        ['open', 'Open'],
        ['close', 'Closed'],
      ] as const) {
        await pane.button(`${GERMAN.life.steps[name]} …`).click();
        await german.check(`life-${name}`);
        await pane.button(GERMAN.life.steps[name]).click();
        await german.says(GERMAN.life.taken(GERMAN.life.stages[stage]));
        await german.step('run');
      }
      await pane.excel.tab('Cap Table');
      await pane.excel.type('K4', '2400');
      await pane.excel.type('E3', '2003-02-28');
      await german.step('run');
      await pane.button(`${GERMAN.life.steps.cancel} …`).click();
      await german.says(GERMAN.life.drift(2));
      await german.unfoldAll();
      await german.says(/Outstanding war 2\.500, als das Angebot geschlossen wurde, und ist jetzt 2\.400/);
      await german.check('life-drift');
      await pane.button(GERMAN.life.leave).click();
      await pane.button(`${GERMAN.life.steps.back} …`).click();
      await german.check('life-back');
      await pane.button(GERMAN.life.leave).click();
      await pane.excel.page.evaluate(
        `excel.workspace.book.sheet('Regrant Eligibility').protect({ options: {} })`,
      );
      await pane.excel.type('Z1', 'note');
      await german.says(/Das Blatt „Regrant Eligibility“ ist geschützt/);
      await german.check('protected');
    });
  });

  it('helps where there is no ledger, half of one, or two', async () => {
    await inGerman(newWorkbook(), async (german) => {
      await german.says(GERMAN.ledger.emptyTitle);
      await german.check('empty');
      await german.step('terms');
      await german.check('empty-terms');
      await german.step('preview');
      await german.check('empty-preview');
      await german.step('ledger');
      await german.pane.button(GERMAN.ledger.insertSample).click();
      await german.says(GERMAN.ledger.sampleDone);
      await german.check('sample');
    });
    const two = offerWorkbook({ grants: [grant('A')] });
    two.addSheet('Old ledger').setValues(0, 0, [
      ['Holder ID', 'Grant ID', 'Grant Date', 'Exercise Price', 'Outstanding'],
      ['001', 'A', '2001-01-02', 6, 1000],
    ]);
    await inGerman(two, async (german) => {
      await german.says(GERMAN.ledger.chooseTitle);
      await german.check('two-ledgers');
    });
    const half = newWorkbook();
    half.sheets[0]?.setValues(0, 0, [
      ['Holder ID', 'Grant ID', 'Grant Date', 'Px', 'Outstanding'],
      ['001', 'A', 1, 6, 9],
    ]);
    await inGerman(half, async (german) => {
      await german.check('half-a-ledger');
      await german.step('terms');
      await german.pane.button(GERMAN.terms.insert).click();
      await german.says(/^Eingefügt: OfferTerms/);
      await german.check('terms-inserted');
    });
  });
});
