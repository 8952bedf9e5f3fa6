import assert from 'node:assert/strict';
import { dated } from './day.ts';
import { badValue } from './error.ts';
import { allOf, anyOf, english, inSequence, say, sentenceOf, templateOf, translated } from './sentence.ts';

const GERMAN = {
  templates: {
    '{0} elects {1} grants until {2}': 'Bis {2} nimmt {0} für {1} Zuteilungen an',
    'blank{0}': 'leer{0}',
    '{0} and {1}': '{0} und {1}',
  },
  show: (value: number | { readonly moment: number }) =>
    `<${typeof value === 'number' ? value : value.moment}>`,
};

describe('A sentence', () => {
  const sentence = say`${'Jane'} elects ${3} grants until ${dated(37641)}`;

  it('reads in English as it is written', () => {
    assert.equal(english(sentence), 'Jane elects 3 grants until 2003-01-20');
    assert.equal(badValue(sentence).message, english(sentence));
    assert.equal(english(sentenceOf('All grants')), 'All grants');
  });

  it('is found by its template', () => assert.equal(templateOf(sentence), '{0} elects {1} grants until {2}'));

  it('may stand in another order in another language', () =>
    assert.equal(translated(sentence, GERMAN), 'Bis <37641> nimmt Jane für <3> Zuteilungen an'));

  it('takes along the sentences that stand in it, and leaves names as they are', () => {
    const outer = say`${say`blank${'{0}'}`}: ${'blank'}`;
    assert.equal(english(outer), 'blank{0}: blank');
    assert.equal(translated(outer, GERMAN), 'leer{0}: blank');
  });

  it('is in English where the other language lacks it, its amounts and dates are not', () =>
    assert.equal(translated(say`Split ${1} for ${3}`, GERMAN), 'Split <1> for <3>'));

  it('lists what is joined by and, by or, or by a mark', () => {
    assert.equal(english(allOf(['A', 'B', 'C'])), 'A and B and C');
    assert.equal(english(anyOf(['A'])), 'A');
    assert.equal(english(allOf([])), '');
    assert.equal(english(inSequence([], '; ')), '');
    assert.equal(english(inSequence(['A', 2, allOf(['B', 'C'])], '; ')), 'A; 2; B and C');
    assert.equal(translated(inSequence(['A', allOf(['B', 'C'])], '; '), GERMAN), 'A; B und C');
  });
});
