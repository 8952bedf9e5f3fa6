/** An add-in that is opened in Node: its commands, its errors, its clock, its end. */
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { Workbook } from '../model/workbook.ts';
import { type Addin, type AddinOptions, openAddin } from './open-addin.ts';

const COMMANDS = `
Office.actions.associate('WriteHello', async (event) => {
  await Excel.run(async (context) => { context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [['hello ' + event.source.id.slice(0, 7)]]; await context.sync(); });
  event.completed();
});
Office.actions.associate('Break', async () => { throw new Error('The ledger has no Grant ID.'); });
Office.actions.associate('BreakAtOnce', () => { null.nothing(); });`;

describe('an add-in opened in the embedded Excel', () => {
  let addin: Addin | undefined;

  afterEach(() => {
    addin?.close();
    addin = undefined;
  });

  const open = (script: string, options: Partial<AddinOptions> = {}): Addin => {
    addin = openAddin({ book: Workbook.blank(), scripts: [script], ...options });
    return addin;
  };

  it('learns from Office that it is in Excel, and which requirement sets it may use', async () => {
    const opened = open('');
    await opened.ready;
    const seen = opened.execute(`JSON.stringify([Office.context.host === Office.HostType.Excel,
      Office.context.requirements.isSetSupported('ExcelApi', '1.15'), Office.context.requirements.isSetSupported('ExcelApi', '1.16')])`);
    assert.equal(seen, '[true,true,false]');
  });

  it('is told that no dialog can be opened where there is no page, and the host counts it', async () => {
    const opened = open('');
    await opened.ready;
    const seen =
      await (opened.execute(`new Promise((resolve) => Office.context.ui.displayDialogAsync('https://localhost/dialog.html', {},
      ({ status, error }) => resolve(JSON.stringify([status, error.code]))))`) as Promise<string>);
    assert.equal(seen, '["failed",5000]');
    assert.deepEqual([...opened.server.unsupported], [['displayDialogAsync', 1]]);
  });

  it('runs the action of a ribbon button to its end', async () => {
    const book = Workbook.blank();
    const opened = open(COMMANDS, { book });
    await opened.ready;
    await opened.runCommand('WriteHello');
    assert.equal(book.sheets[0]?.value(0, 0), 'hello command');
  });

  it('rejects with the error of an action, with that of a missing one, and stays usable', async () => {
    const opened = open(COMMANDS);
    await opened.ready;
    await assert.rejects(opened.runCommand('Break'), /The ledger has no Grant ID/);
    await assert.rejects(opened.runCommand('BreakAtOnce'), /null/);
    await assert.rejects(opened.runCommand('Nothing'), /no action "Nothing"/);
    await opened.runCommand('WriteHello');
    assert.deepEqual(opened.host.console, []);
  });

  it('rejects while it opens when a script of its own fails', async () => {
    await assert.rejects(open("throw new Error('The bundle is broken.')").ready, /The bundle is broken/);
  });

  it('keeps what it writes to its console to itself', async () => {
    const opened = open("console.warn('old term', 7);");
    await opened.ready;
    assert.deepEqual(opened.host.console, [['warn', 'old term 7']]);
  });

  it('sees the clock that it is given, and so do the formulas', async () => {
    const book = Workbook.blank();
    const opened = open('', { book, now: Date.UTC(2003, 0, 20, 12) });
    await opened.ready;
    assert.equal(opened.execute('new Date().getUTCFullYear()'), 2003);
    book.sheets[0]?.setFormula(0, 0, '=YEAR(TODAY())');
    await opened.host.settled();
    assert.equal(book.sheets[0]?.value(0, 0), 2003);
  });

  it('is at rest once it is closed: no timer runs on', async () => {
    const opened = open('globalThis.ticks = 0; setInterval(() => { ticks++; }, 20);');
    await opened.ready;
    opened.close();
    const before = opened.execute('ticks');
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(opened.execute('ticks'), before);
  });
});
