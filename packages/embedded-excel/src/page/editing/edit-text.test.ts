import assert from 'node:assert/strict';
import { typedEntry } from '../../rich-api/excel/typed-entry.ts';
import { editText } from './edit-text.ts';

describe('what one edits when a cell is opened', () => {
  it('is the formula, or the value without its thousands', () => {
    assert.equal(editText(3, '=1+2', '0.00', false), '=1+2');
    assert.equal(editText(1234567.5, undefined, '#,##0.00', false), '1234567.5');
    assert.equal(editText(0.1 + 0.2, undefined, 'General', false), '0.3');
  });

  it('is a date or a time where the format shows one', () => {
    assert.equal(editText(37456, undefined, 'yyyy-mm-dd', false), '7/19/2002');
    assert.equal(editText(37456.75, undefined, 'm/d/yyyy h:mm', false), '7/19/2002 6:00:00 PM');
    assert.equal(editText(37456 - 1462, undefined, 'yyyy-mm-dd', true), '7/19/2002');
  });

  it('is a percentage where the format shows one', () => {
    assert.equal(editText(0.075, undefined, '0.0%', false), '7.5%');
  });

  it('keeps text that looks like a number or a time as text, by an apostrophe', () => {
    assert.equal(editText('4:1', undefined, 'General', false), "'4:1");
    assert.equal(editText('4:1', undefined, '@', false), '4:1');
    assert.equal(editText('00123', undefined, 'General', false), "'00123");
    assert.equal(editText('NSO', undefined, 'General', false), 'NSO');
  });

  it('gives the same value when it is typed again', () => {
    for (const [value, format] of [
      [37456, 'm/d/yyyy'],
      [0.5, 'h:mm'],
      [0.125, '0.0%'],
      [1e21, 'General'],
      [-3.01, '0.00'],
    ] as const) {
      const entry = typedEntry(editText(value, undefined, format, false), false, false);
      assert.equal('value' in entry && entry.value, value, `${value} as ${format}`);
    }
  });
});
