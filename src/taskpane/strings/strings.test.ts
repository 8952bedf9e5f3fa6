import assert from 'node:assert/strict';
import { TERMS } from '../../domain/offer/terms/terms.ts';
import { ENGLISH, type Strings } from './english.ts';
import { formatFor } from './format.ts';
import { GERMAN } from './german.ts';
import { wordsFor } from './strings.ts';

const LANGUAGES: Readonly<Record<string, Strings>> = { en: ENGLISH, de: GERMAN };

type Leaf = string | ((...values: never[]) => unknown);

/** Every sentence by its path, such as `run.button`. */
function leaves(node: object, path = ''): Map<string, Leaf> {
  const found = new Map<string, Leaf>();
  for (const [key, value] of Object.entries(node) as [string, unknown][]) {
    const place = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'object' && value !== null)
      for (const [inner, leaf] of leaves(value, place)) found.set(inner, leaf);
    else found.set(place, value as Leaf);
  }
  return found;
}

/** A sentence with each of its parts marked, so that one that was forgotten shows. */
function spoken(leaf: Leaf): string {
  if (typeof leaf === 'string') return leaf;
  const marks = Array.from({ length: leaf.length }, (_, at) => `⟨${at}⟩`);
  return JSON.stringify((leaf as (...values: unknown[]) => unknown)(...marks));
}

/** What is written alike in both languages, on purpose. */
const ALIKE = new Set([
  'terms.formula',
  'explain.times',
  'explain.equals',
  'explain.about',
  'explain.event',
  'preview.at',
  'ledger.problems',
]);

describe('The words of the pane', () => {
  const english = leaves(ENGLISH);

  for (const [language, strings] of Object.entries(LANGUAGES))
    it(`are complete in the language ${language}`, () => {
      const { termMeanings: _, ...sentences } = strings;
      const own = leaves(sentences);
      assert.deepEqual([...own.keys()].sort(), [...english.keys()].sort());
      for (const [path, leaf] of own) {
        assert.ok(spoken(leaf).trim() !== '', `${path} says nothing`);
        const original = english.get(path) ?? '';
        const parts = (text: string) => [...new Set(text.match(/⟨\d⟩/g) ?? [])].sort();
        assert.deepEqual(parts(spoken(leaf)), parts(spoken(original)), `${path} leaves out what it is told`);
      }
    });

  it('are German in German', () => {
    const { termMeanings: _, ...sentences } = GERMAN;
    const same = [...leaves(sentences)].filter(
      ([path, leaf]) => !ALIKE.has(path) && spoken(leaf) === spoken(english.get(path) ?? ''),
    );
    assert.deepEqual(
      same.map(([path]) => path),
      [],
    );
  });

  it('explain every term of an offer in German too', () => {
    assert.deepEqual(Object.keys(GERMAN.termMeanings ?? {}).sort(), TERMS.map(({ name }) => name).sort());
  });

  it('are chosen by the language of Office, and English where there is no other', async () => {
    const spoken = async (tag: string): Promise<string> => (await wordsFor(tag)).language;
    assert.equal(await spoken('de-CH'), 'de');
    assert.equal(await spoken('en-GB'), 'en');
    assert.equal(await spoken('ja-JP'), 'en');
    assert.equal(await spoken('den'), 'en');
  });
});

describe('Figures in the pane', () => {
  it("follow the workbook's locale", () => {
    const us = formatFor('en-US', 'en');
    const german = formatFor('de-DE', 'en');
    assert.equal(us.shares(383986), '383,986');
    assert.equal(german.shares(383986), '383.986');
    assert.equal(us.price(0.7), '0.70');
    assert.equal(german.price(3.015), '3,015');
    assert.equal(us.day(37823), 'Jul 21, 2003');
    assert.equal(german.day(37823), '21.07.2003');
    assert.match(us.moment(37641.875), /Jan 20, 2003, 9:00\sPM/);
  });

  it('are read from a field as the locale writes them, and never taken for another number', () => {
    const us = formatFor('en-US', 'en');
    const german = formatFor('de-DE', 'de');
    assert.deepEqual(
      ['1.000', '1.200', '0,35', '5,01', '-3', '1.234.567,5', ',5', '12'].map(german.number),
      [1000, 1200, 0.35, 5.01, -3, 1234567.5, 0.5, 12],
    );
    assert.deepEqual(['1,000', '0.35', '1,234,567.5', '1e3'].map(us.number), [1000, 0.35, 1234567.5, 1000]);
    for (const text of [
      '1.5',
      '0.75',
      '3.01',
      '1.00',
      '1.0000',
      '1.000.00',
      '1,2,3',
      '5,',
      'abc',
      '',
      '-',
      '4:1',
    ])
      assert.equal(german.number(text), undefined, text);
    for (const text of ['0,35', '1,00', '12,3456', '1.2.3', '$5'])
      assert.equal(us.number(text), undefined, text);
    assert.equal(german.digits('0,33333333333333333333'), '0.33333333333333333333');
  });

  it('are read with whatever groups digits elsewhere', () => {
    assert.equal(formatFor('fr-FR', 'en').number('1 234,5'), 1234.5);
    assert.equal(formatFor('fr-FR', 'en').number('1\u202f234,5'), 1234.5);
    assert.equal(formatFor('de-CH', 'de').number("1'234.5"), 1234.5);
    assert.equal(formatFor('en-IN', 'en').number('12,34,567'), 1234567);
    assert.equal(formatFor('en-US', 'en').number('12,34,567'), undefined);
  });

  it('stand in a field as they can be read again', () => {
    for (const locale of ['en-US', 'de-DE', 'fr-FR', 'de-CH', 'en-IN', 'ar-EG'])
      for (const number of [0, 120, 1234567.25, 0.35, -4.5, 1e-9, 1e21]) {
        const format = formatFor(locale, 'en');
        assert.equal(format.number(format.plain(number)), number, `${locale} ${number}`);
      }
    assert.equal(formatFor('de-DE', 'de').plain(1234.5), '1234,5');
  });

  it('write exact fractions without rounding them on the way', () => {
    const german = formatFor('de-DE', 'de');
    assert.equal(german.exact('750.75'), '750,75');
    assert.equal(german.exact('9007199254740993.5'), '9.007.199.254.740.993,5');
  });

  it('stay readable where the locale is unknown or the cell holds text', () => {
    const odd = formatFor('not a locale', 'en');
    assert.equal(odd.price('free'), 'free');
    assert.equal(odd.shares(''), '');
  });
});
