import assert from 'node:assert/strict';
import { completed, cycleFixed, mayPoint, nameBefore, openCall } from './formula-text.ts';

const at = (marked: string): [string, number] => [marked.replace('|', ''), marked.indexOf('|')];

describe('a formula while it is typed', () => {
  it('knows the call and the argument at the caret', () => {
    assert.deepEqual(openCall(...at('=REGRANT.NEWSHARES(1001,|')), {
      name: 'REGRANT.NEWSHARES',
      argument: 1,
    });
    assert.deepEqual(openCall(...at('=SUM(A1,ROUND(2.5,0)|')), { name: 'SUM', argument: 1 });
    assert.deepEqual(openCall(...at('=IF(A1="a,b(",|')), { name: 'IF', argument: 1 });
    assert.deepEqual(openCall(...at('=SUM({1,2,3},Grants[[#All],[A, B]],|')), { name: 'SUM', argument: 2 });
    assert.deepEqual(openCall(...at('=SUM((1+2)*|')), { name: 'SUM', argument: 0 });
    assert.equal(openCall(...at('=SUM(1)|')), undefined);
  });

  it('knows the name that may be completed', () => {
    assert.equal(nameBefore(...at('=REG|')), 'REG');
    assert.equal(nameBefore(...at('=1+regrant.ve|')), 'regrant.ve');
    assert.equal(nameBefore(...at('="REG|')), undefined);
    assert.equal(nameBefore(...at('=A1|')), 'A1');
    assert.equal(nameBefore(...at('=RE|G')), undefined);
    assert.equal(nameBefore(...at('REG|')), undefined);
  });

  it('takes a clicked cell where a reference may stand', () => {
    for (const formula of ['=|', '=SUM(|', '=A1+ |', '=A1:|'])
      assert.equal(mayPoint(...at(formula)), true, formula);
    for (const formula of ['=A1|', '="a(|', 'a(|', '=SUM(1)|'])
      assert.equal(mayPoint(...at(formula)), false, formula);
  });

  it('closes what was left open, as Excel does', () => {
    assert.equal(completed('=SUM(ROUND(1,2'), '=SUM(ROUND(1,2))');
    assert.equal(completed('=LEN("a('), '=LEN("a(")');
    assert.equal(completed("=SUM('a)b'!A1"), "=SUM('a)b'!A1)");
    assert.equal(completed('(1'), '(1');
  });

  it('goes through the four ways to fix a reference', () => {
    const ways: string[] = [];
    let [text, caret] = at('=B7|*2');
    for (let turn = 0; turn < 4; turn++) {
      const next = cycleFixed(text, caret);
      assert.ok(next);
      ({ text, caret } = next);
      ways.push(text);
    }
    assert.deepEqual(ways, ['=$B$7*2', '=B$7*2', '=$B7*2', '=B7*2']);
  });
});
