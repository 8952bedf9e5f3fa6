import assert from 'node:assert/strict';
import fc from 'fast-check';
import { printable, printableLines, printableMessage } from './printable.ts';

describe('Text for a terminal', () => {
  it('shows escape sequences, line breaks and turned directions as escapes', () => {
    assert.equal(printable('\u001B[2Jplan\u0007'), '\\u001b[2Jplan\\u0007');
    assert.equal(printable('a\r\nChecks: no errors\tb'), 'a\\r\\nChecks: no errors\\tb');
    assert.equal(
      printable('\u202Efdp\u2066x\u2069\u2028y\u009B31m'),
      '\\u202efdp\\u2066x\\u2069\\u2028y\\u009b31m',
    );
    assert.equal(printable('\uD83Dx'), '\\ud83dx');
  });

  it('leaves what people write as it is', () => {
    for (const text of ['Müller & Söhne', '東京 2003', '\u{1F600} €5', 'O’Brien — “A”'])
      assert.equal(printable(text), text);
  });

  it('never holds a control character, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.doesNotMatch(printable(text), /[\p{Cc}\u202A-\u202E\u2066-\u2069\u2028\u2029]/u);
        assert.doesNotMatch(printableMessage(text), /[\p{Cc}\u202A-\u202E]/u);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps its own line breaks', () => {
    assert.equal(printableLines('Run\nPlan \u001B[1m'), 'Run\nPlan \\u001b[1m');
  });

  it('shortens a long field and keeps both ends of the message', () => {
    const message = printableMessage(`Ledger!B2: "${'x'.repeat(32_767)}" is no date: write 2003-07-21.`);
    assert.ok(message.length < 300, `${message.length} characters`);
    assert.match(
      message,
      /^Ledger!B2: "x+\[\.\.\. 32\d{3} characters \.\.\.\]x+" is no date: write 2003-07-21\.$/,
    );
    assert.ok(printableMessage('many words '.repeat(5000)).length < 700);
  });
});
