/** What the command line says of an add-in that refuses: a stand-in for the built one, which answers as it is told. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { errorLines, exchangeWorkbook } from './exchange-workbook.ts';

const SAMPLE = fileURLToPath(new URL('../../assets/samples/lantronix-2002.xlsx', import.meta.url));

/** What standard error gets where the add-in refuses with a message, the input named `book:`. */
async function saidOf(message: string): Promise<string> {
  const dist = mkdtempSync(join(tmpdir(), 'regrant-dist-'));
  try {
    const answer = JSON.stringify({ ran: false, message });
    const script = `Office.onReady(); globalThis.Regrant = { runOffer: () => Promise.resolve(${answer}) };`;
    writeFileSync(join(dist, 'taskpane.js'), script);
    writeFileSync(join(dist, 'functions.json'), '{"functions":[]}');
    let said = '';
    const stdout = { write: () => assert.fail('nothing goes to standard output') };
    const stderr = { write: (text: string) => (said += text) };
    const out = join(dist, 'out.xlsx');
    assert.equal(await exchangeWorkbook([SAMPLE, '--out', out], { stdout, stderr }, dist), 2);
    assert.deepEqual(readdirSync(dist).sort(), ['functions.json', 'taskpane.js']);
    return said.replaceAll(`${SAMPLE}: `, 'book: ');
  } finally {
    rmSync(dist, { recursive: true, force: true });
  }
}

describe('A refusal by the add-in', () => {
  it('is one line, where one thing is wrong', async () => {
    assert.equal(
      await saidOf('Offer Terms!B2 is blank: enter a date.'),
      'book: Offer Terms!B2 is blank: enter a date.\n',
    );
  });

  it('is a line for each thing that is wrong, with control characters escaped in each', async () => {
    assert.equal(
      await saidOf('B2 is "\u001B[2J": enter a date.\nB3 is "a\r\u009B1m": enter a ratio.\n\nB4 is blank.'),
      'book: B2 is "\\u001b[2J": enter a date.\nbook: B3 is "a\\r\\u009b1m": enter a ratio.\nbook: B4 is blank.\n',
    );
  });

  it('is shortened line by line', async () => {
    const lines = (await saidOf(`B2 is "${'x'.repeat(40_000)}".\nB3 is blank.`)).trimEnd().split('\n');
    assert.equal(lines.length, 2);
    assert.ok((lines[0]?.length ?? 0) < 700);
    assert.equal(lines[1], 'book: B3 is blank.');
  });
});

describe('A fault of the program', () => {
  it('is one line, whatever it says', () => {
    assert.equal(
      errorLines(new Error('a\nb\u001B')),
      'Regrant stopped because of a fault in Regrant itself: a b\\u001b\n',
    );
  });
});
