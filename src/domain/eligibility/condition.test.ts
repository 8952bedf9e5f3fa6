import assert from 'node:assert/strict';
import { fieldOf } from '../ledger/field.ts';
import { mapHeaders } from '../ledger/header-map.ts';
import { parseCondition } from './condition.ts';
import { compileRules } from './rules.ts';

const map = mapHeaders(['Country', 'Role', 'Strike', 'Floor', 'Is in scope']);
const passes = (where: string, row: readonly (string | number)[]): boolean =>
  parseCondition(where, (name) => fieldOf(map, name)).passes(row);

describe('A condition in one text', () => {
  it('compares a field of the ledger with a value', () => {
    assert.equal(passes('Country = Netherlands', ['netherlands']), true);
    assert.equal(passes('Country=Netherlands', ['France']), false);
    assert.equal(passes('Role in A; B', ['', 'b']), true);
    assert.equal(passes('Role not in A; B', ['', 'b']), false);
    assert.equal(passes('Strike <= 10', ['', '', 10]), true);
    assert.equal(passes('Strike between 5 and 7', ['', '', 8]), false);
    assert.equal(passes('Role is blank', ['', '']), true);
    assert.equal(passes('Role blank or = A', ['', '']), true);
  });

  it('may name a field that has an operator in its name', () => {
    assert.equal(passes('Is in scope = Yes', ['', '', '', '', 'Yes']), true);
  });

  it('that is none is refused with examples of what would be right', () => {
    assert.throws(() => passes('Netherlands', []), /Where must be one comparison, such as/);
    assert.throws(() => passes('Town = Utrecht', []), /Field "Town" is not a column of the ledger/);
  });
});

describe('Eligibility rules', () => {
  const HEADER = ['Field', 'Operator', 'Value', 'Reason', 'Waived for Look-back', 'Where'];

  it('apply only to grants that pass their Where', () => {
    const rules = compileRules(map, [HEADER, ['Role', '<>', 'Officer', 'Officers', '', 'Country = US']]);
    assert.deepEqual(rules.reasons(['US', 'Officer']), ['Officers']);
    assert.deepEqual(rules.reasons(['France', 'Officer']), []);
  });

  it('marked Only are for look-back grants alone', () => {
    const rules = compileRules(map, [HEADER, ['Strike', '>', 5, 'Low', 'Only']]);
    assert.equal(rules.passes(['', '', 1]), true);
    assert.equal(rules.passesForLookBack(['', '', 1]), false);
    assert.deepEqual(rules.reasons(['', '', 1]), []);
  });

  it('may compare one field with another, row by row', () => {
    const rules = compileRules(map, [HEADER, ['Strike', '>=', '[Floor]']]);
    assert.equal(rules.passes(['', '', 5, 5]), true);
    assert.equal(rules.passes(['', '', 4.99, 5]), false);
    assert.deepEqual(rules.reasons(['', '', 5, '']), ['Strike must be >= Floor (Floor is blank)']);
  });
});
