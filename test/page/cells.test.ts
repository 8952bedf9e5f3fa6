/** The grid of the embedded Excel's page, used by keyboard and mouse as one uses Excel's. */
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { needs } from '../tools.ts';
import { EmbeddedPage } from './embedded-page.ts';

describe('the page of the embedded Excel', () => {
  needs('chromium');
  let excel: EmbeddedPage;

  before(async () => {
    excel = await EmbeddedPage.open();
    await excel.settled();
    await excel.tab('Cap Table');
  });
  after(() => excel.close());
  afterEach(async () => {
    await excel.page.keyboard.press('Escape');
    assert.deepEqual(excel.errors, []);
    assert.deepEqual(excel.strayed, [], 'the page asked for something outside of this machine');
  });

  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await excel.page.keyboard.press(key);
  };

  it('shows the sample: title, header, dates and numbers under their formats', async () => {
    await excel.goTo('A1');
    await excel.screenshot('sample');
    await excel.shows('A1', /Lantronix/);
    await excel.shows('G6', '1993-09-18');
    assert.equal(await excel.page.getByRole('tab', { selected: true }).innerText(), 'Cap Table');
    assert.equal(await excel.page.getByRole('tab').count(), 4);
  });

  it('keeps the header in sight while thousands of rows scroll', async () => {
    await excel.goTo('A390');
    await excel.cell('A390').waitFor();
    assert.equal(await excel.cell('C5').isVisible(), true);
    const { y } = await excel.place('C5');
    assert.ok(y < 300, 'the frozen header stays at the top');
    assert.equal(await excel.page.locator('[id="cell-C7"]').count(), 0, 'rows out of sight have no elements');
  });

  describe('typed text', () => {
    for (const [text, value, shown] of [
      ['4:1', (4 + 1 / 60) / 24, '4:01'],
      ['75%', 0.75, '75%'],
      ['00123', 123, '123'],
      ["'00123", '00123', '00123'],
      ['1,234.50', 1234.5, '1,234.50'],
      ['true', true, 'TRUE'],
      ['7/21/2003', 37823, '7/21/2003'],
      ['#N/A', '#N/A', '#N/A'],
      ['=2+3*4', 14, '14'],
    ] as const)
      it(`${text} becomes ${shown}, as Excel takes it`, async () => {
        await excel.type('X10', text);
        const [[found]] = (await excel.values('Cap Table', 'X10')) as [[unknown]];
        if (typeof value === 'number' && typeof found === 'number')
          assert.ok(Math.abs(found - value) < 1e-12);
        else assert.equal(found, value);
        await excel.shows('X10', shown);
        await press('ArrowUp', 'Delete');
        await excel.page.evaluate(
          `(() => { const { sheet } = excel.workspace; sheet.setStyle(9, 23, 0); })()`,
        );
      });

    it('3/4 becomes a date of this year', async () => {
      await excel.type('X11', '3/4');
      const [[serial]] = (await excel.values('Cap Table', 'X11')) as [[number]];
      assert.ok(serial > 40000 && Number.isInteger(serial));
      await excel.shows('X11', /Mar/);
    });

    it('in a cell formatted as text stays text', async () => {
      await excel.tab('Offer Terms');
      const address = await excel.page.evaluate<string>(`(() => {
        const { sheet, book } = excel.workspace;
        for (let row = 4; row < 40; row++)
          if (sheet.value(row, 0) === 'Ratio') return 'B' + (row + 1) + ' ' + book.styles.numberFormat(sheet.style(row, 1));
      })()`);
      const [cell = '', format] = address.split(' ');
      assert.equal(format, '@');
      await excel.type(cell, '3/4');
      assert.deepEqual(await excel.values('Offer Terms', cell), [['3/4']]);
      await press('Control+z');
      await excel.tab('Cap Table');
    });
  });

  describe('selection', () => {
    it('moves by arrows, Tab and Enter, and grows with Shift', async () => {
      await excel.goTo('C8');
      await press('ArrowDown', 'ArrowRight');
      assert.equal(await excel.selected(), 'D9');
      await press('Shift+ArrowDown', 'Shift+ArrowRight');
      assert.equal(await excel.selected(), 'D9:E10');
      await press('Tab', 'Tab', 'Enter');
      assert.equal(await excel.selected(), 'D9:E10');
      await press('ArrowLeft', 'Shift+Tab');
      assert.equal((await excel.selected()).includes(':'), false);
    });

    it("jumps with Ctrl to the ends of the data, and with Home and End to the sheet's", async () => {
      await excel.goTo('A8');
      await press('Control+ArrowDown');
      const end = await excel.selected();
      const below = `A${Number(end.slice(1)) + 1}`;
      const [[last], [next]] = (await excel.values('Cap Table', `${end}:${below}`)) as [[unknown], [unknown]];
      assert.ok(last !== null && next === null, `${end} is the last filled cell of its block`);
      await press('Control+ArrowUp');
      assert.equal(await excel.selected(), 'A5');
      await press('Control+Home');
      assert.equal(await excel.selected(), 'C6');
      await press('Control+Shift+ArrowRight');
      assert.match(await excel.selected(), /^C6:[A-Z]+6$/);
    });

    it('follows the mouse over cells and headers, and adds figures up', async () => {
      await excel.goTo('C6');
      await excel.cell('F11').waitFor();
      const from = await excel.place('D8');
      const to = await excel.place('F11');
      await excel.page.mouse.move(from.x, from.y);
      await excel.page.mouse.down();
      await excel.page.mouse.move(to.x, to.y, { steps: 4 });
      await excel.page.mouse.up();
      assert.equal(await excel.selected(), 'D8:F11');
      assert.match(await excel.page.getByRole('status').innerText(), /Count: 12/);
      await excel.page.locator('.row-headers [data-line="9"]').click();
      assert.match(await excel.selected(), /^A10:/);
    });

    it('tells assistive technology which cell is active', async () => {
      await excel.goTo('D9');
      await excel.page.locator('.grid[aria-activedescendant="cell-D9"]').waitFor();
      assert.equal(await excel.grid.getAttribute('aria-activedescendant'), 'cell-D9');
      assert.equal(await excel.cell('D9').getAttribute('aria-selected'), 'true');
      assert.equal(await excel.cell('D9').getAttribute('role'), 'gridcell');
      assert.equal(await excel.grid.getAttribute('aria-label'), 'Cap Table');
    });

    it('goes to a table by its name', async () => {
      await excel.goTo('OfferRules');
      assert.equal(await excel.page.getByRole('tab', { selected: true }).innerText(), 'Offer Terms');
      assert.equal(await excel.page.getByLabel('Name box').inputValue(), 'OfferRules');
      await excel.tab('Cap Table');
    });
  });

  describe('editing', () => {
    before(async () => {
      await excel.tab('Cap Table');
      await excel.type('Y6', '20');
      await excel.type('Y7', '22');
    });

    it('F2 opens the formula, Escape leaves the cell as it was', async () => {
      await excel.type('Z3', '=1+1');
      await excel.goTo('Z3');
      assert.equal(await excel.formulaBar.inputValue(), '=1+1');
      await press('F2');
      await excel.page.keyboard.type('+5');
      assert.equal(await excel.formulaBar.inputValue(), '=1+1+5');
      await press('Escape');
      assert.deepEqual(await excel.values('Cap Table', 'Z3'), [[2]]);
    });

    it('takes a clicked cell into the formula, and closes what was left open', async () => {
      await excel.goTo('Z6');
      await excel.page.keyboard.type('=SUM(');
      const from = await excel.place('Y6');
      await excel.page.mouse.move(from.x, from.y);
      await excel.page.mouse.down();
      await excel.page.mouse.move(from.x, from.y + 20, { steps: 3 });
      await excel.page.mouse.up();
      await excel.screenshot('pointing');
      await press('Enter');
      assert.deepEqual(await excel.values('Cap Table', 'Z6'), [[42]]);
      await excel.goTo('Z6');
      assert.equal(await excel.formulaBar.inputValue(), '=SUM(Y6:Y7)');
    });

    it('refuses a formula that cannot be read, and keeps what was typed', async () => {
      await excel.goTo('Z8');
      await excel.page.keyboard.type('=1+*');
      await press('Enter');
      assert.match(await excel.page.getByRole('alert').innerText(), /cannot be read/);
      assert.equal(await excel.formulaBar.inputValue(), '=1+*');
      await press('Escape');
      assert.deepEqual(await excel.values('Cap Table', 'Z8'), [[null]]);
    });

    it('undoes and redoes edits', async () => {
      await excel.type('Z9', 'first');
      await excel.type('Z9', 'second');
      await press('Control+z');
      assert.deepEqual(await excel.values('Cap Table', 'Z9'), [['first']]);
      await press('Control+y');
      assert.deepEqual(await excel.values('Cap Table', 'Z9'), [['second']]);
      await press('Control+z', 'Control+z');
      assert.deepEqual(await excel.values('Cap Table', 'Z9'), [[null]]);
    });

    it('copies formulas with their references, and text from other programs', async () => {
      await excel.type('AA6', '=Y6*2');
      await excel.goTo('AA6');
      await excel.page.evaluate(clipboard('copy'));
      await excel.goTo('AA7');
      await excel.page.evaluate(clipboard('paste'));
      assert.deepEqual(await excel.values('Cap Table', 'AA6:AA7'), [[40], [44]]);
      await excel.goTo('AB6');
      await excel.page.evaluate(clipboard('paste', 'a\t75%\nb\t=1+2\n'));
      assert.deepEqual(await excel.values('Cap Table', 'AB6:AC7'), [
        ['a', 0.75],
        ['b', 3],
      ]);
    });

    it('a change of an input goes on to what depends on it', async () => {
      await excel.type('Z6', '=SUM(Y6:Y7)');
      await excel.type('Y6', '100');
      assert.deepEqual(await excel.values('Cap Table', 'Z6'), [[122]]);
      await excel.shows('Z6', '122');
    });
  });

  describe('a cell with a list of values', () => {
    let cell = '';

    before(async () => {
      await excel.tab('Offer Terms');
      cell = await excel.page.evaluate<string>(`(() => {
        const { sheet } = excel.workspace;
        for (let row = 4; row < 60; row++) if (sheet.value(row, 0) === 'Rounding') return 'B' + (row + 1);
      })()`);
    });
    after(() => excel.tab('Cap Table'));

    it('offers them, by mouse and by Alt+Down', async () => {
      await excel.goTo(cell);
      await excel.page.locator('.drop-down').waitFor({ state: 'attached' });
      await press('Alt+ArrowDown');
      const options = excel.page.getByRole('listbox', { name: 'Values' }).getByRole('option');
      await options.first().waitFor();
      assert.deepEqual(await options.allInnerTexts(), ['down', 'up', 'nearest']);
      await excel.screenshot('drop-down');
      // A formula that calculates elsewhere meanwhile draws the page again.
      await excel.page.evaluate(`(() => {
        const sheet = excel.workspace.book.sheet('Offer Terms');
        sheet.setValue(200, 20, 1);
      })()`);
      await excel.settled();
      const [[before]] = (await excel.values('Offer Terms', cell)) as [[string]];
      await excel.page.getByRole('option', { name: 'nearest' }).click();
      assert.deepEqual(await excel.values('Offer Terms', cell), [['nearest']]);
      await press('Control+z');
      assert.deepEqual(await excel.values('Offer Terms', cell), [[before]]);
    });

    it('takes nothing else', async () => {
      const before = await excel.values('Offer Terms', cell);
      await excel.goTo(cell);
      await excel.page.keyboard.type('sideways');
      await press('Enter');
      assert.match(await excel.page.getByRole('alert').innerText(), /Rounding: Choose from the list/);
      await press('Escape');
      assert.deepEqual(await excel.values('Offer Terms', cell), before);
    });
  });

  describe('the file', () => {
    // The page asks whether the edits of the tests before may be lost.
    before(() => excel.page.on('dialog', (dialog) => void dialog.accept()));

    it('opens another one, and says what is no workbook', async () => {
      await excel.page
        .locator('#open-file')
        .setInputFiles({ name: 'notes.xlsx', mimeType: '', buffer: Buffer.from('not a workbook') });
      await excel.page.getByRole('alert').waitFor();
      assert.match(await excel.page.getByRole('alert').innerText(), /notes\.xlsx could not be opened/);
      assert.equal(await excel.page.locator('#file-name').innerText(), 'lantronix-2002.xlsx');
    });

    it('opens a workbook of another writer, hidden sheets hidden, with the add-in on it', async () => {
      const file = new URL('../data/workbooks/openpyxl-report.xlsx', import.meta.url);
      await excel.page.locator('#open-file').setInputFiles(fileURLToPath(file));
      await excel.page.getByRole('tab', { name: 'Charts' }).waitFor();
      await excel.settled();
      assert.equal(await excel.page.locator('#file-name').innerText(), 'openpyxl-report.xlsx');
      const hidden = await excel.page.evaluate<string[]>(
        `excel.workspace.book.sheets.filter(({ visibility }) => visibility !== 'visible').map(({ name }) => name)`,
      );
      for (const name of hidden) assert.equal(await excel.page.getByRole('tab', { name }).count(), 0);
      await excel.tab('Grants');
      await excel.type('J3', '1');
      assert.match(await excel.page.getByRole('alert').innerText(), /The sheet "Grants" is protected/);
      await press('Escape', 'Delete');
      assert.match(await excel.page.getByRole('alert').innerText(), /protected/);
      await excel.tab('Charts');
      await excel.page.locator('.chart svg').first().waitFor();
      await excel.screenshot('another-workbook');
      await excel.type('A45', '=REGRANT.NEWSHARES(Grants!E2,"4:3")');
      await excel.shows('A45', '9000');
    });
  });
});

/** Fires a clipboard event on the grid; without `text`, a paste gives back what the last copy put there. */
const clipboard = (kind: 'copy' | 'paste', text?: string): string => `(() => {
  const data = new DataTransfer();
  const grid = document.querySelector('.grid');
  if ('${kind}' === 'paste') data.setData('text/plain', ${text === undefined ? 'window.copied' : JSON.stringify(text)});
  grid.focus();
  grid.dispatchEvent(new ClipboardEvent('${kind}', { clipboardData: data, bubbles: true, cancelable: true }));
  if ('${kind}' === 'copy') window.copied = data.getData('text/plain');
})()`;
