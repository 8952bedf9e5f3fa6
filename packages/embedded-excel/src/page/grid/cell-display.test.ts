import assert from 'node:assert/strict';
import { cellError } from '../../model/cell-error.ts';
import { displayOf, type Room } from './cell-display.ts';

/** Room for so many characters of one pixel each. */
const room = (width: number): Room => ({ width, measure: (text) => text.length });

const shown = (value: number, format: string, width: number): string =>
  displayOf(value, format, 'general', false, room(width)).text;

describe('what a cell shows in its room', () => {
  it('gives a General number fewer decimals where the column is narrow, never another value', () => {
    assert.equal(shown(1 / 3, 'General', 20), '0.333333333');
    assert.equal(shown(1 / 3, 'General', 6), '0.3333');
    assert.equal(shown(1234.5678, 'General', 6), '1234.6');
  });

  it('gives a General number that is too long in scientific notation, and hashes where that does not fit', () => {
    assert.equal(shown(123456789, 'General', 7), '1.2E+08');
    assert.equal(shown(123456789, 'General', 3), '###');
  });

  it('hashes a formatted number that does not fit, as no digit may be lost', () => {
    assert.equal(shown(1234567, '#,##0.00', 12), '1,234,567.00');
    assert.equal(shown(1234567, '#,##0.00', 8), '########');
    assert.equal(shown(37456, 'm/d/yyyy', 5), '#####');
  });

  it('stands numbers right, text left, errors and logical values in the middle', () => {
    const side = (value: Parameters<typeof displayOf>[0], horizontal = 'general') =>
      displayOf(value, 'General', horizontal, false, room(9)).side;
    assert.deepEqual(
      [side(1), side('a'), side(true), side(cellError('#N/A')), side(1, 'left')],
      ['right', 'left', 'center', 'center', 'left'],
    );
  });

  it('parts an accounting format into its sign at the left and its figure at the right', () => {
    const format = '_($* #,##0_);_($* (#,##0);_($* "-"_);_(@_)';
    const { lead, text } = displayOf(1500, format, 'general', false, room(30));
    assert.equal(lead?.trim(), '$');
    assert.equal(text.trim(), '1,500');
  });

  it('takes the colour that a number format asks for', () => {
    assert.equal(displayOf(-5, '0;[Red]-0', 'general', false, room(9)).color?.toLowerCase(), 'red');
    assert.equal(displayOf(5, '0;[Red]-0', 'general', false, room(9)).color, undefined);
  });
});
