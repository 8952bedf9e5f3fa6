import assert from 'node:assert/strict';
import { say } from '../../domain/basics/sentence.ts';
import { dated } from '../../domain/basics/day.ts';
import { grant, run } from '../../domain/offer/offer-book.fixture.ts';
import { STAGES } from '../../domain/offer/life/stage.ts';
import { TERMS } from '../../domain/offer/terms/terms.ts';
import { bySection } from '../../functions/reference.ts';
import { formatFor } from './format.ts';
import { GERMAN_SENTENCES } from './german-sentences.ts';
import { GERMAN_TEXTS } from './german-texts.ts';
import { saidTemplates } from './said-templates.fixture.ts';
import { speaker, wordsFor } from './strings.ts';

const said = saidTemplates();

/** Texts that are declared as data, and that the pane says. */
const declared = new Set([
  ...bySection().flatMap(([section, functions]) => [
    section,
    ...functions.flatMap(({ description, parameters, result }) => [
      description,
      result.description,
      ...parameters.map((parameter) => parameter.description),
    ]),
  ]),
  ...STAGES,
  ...run({ grants: [grant('A')] }).summary.measures.map(({ name }) => name),
  // A blank choice stands for one of the words that are typed.
  ...TERMS.filter((term) => term.choices === undefined && / |^none$/.test(term.default)).map(
    (term) => term.default,
  ),
]);
/** Of a default that is another term's name, the name says it. */
for (const { name } of TERMS) declared.delete(name);

const slots = (template: string): readonly string[] => [...new Set(template.match(/\{\d+\}/g) ?? [])].sort();

describe('The sentences of the domain', () => {
  it('are said in many places', () => assert.ok(said.size > 300, `${said.size} templates`));

  it('are all in German', () => {
    const missing = [...said].filter(([template]) => GERMAN_SENTENCES[template] === undefined);
    assert.deepEqual(missing, []);
  });

  it('are in German only as long as something says them', () =>
    assert.deepEqual(
      Object.keys(GERMAN_SENTENCES).filter((template) => !said.has(template)),
      [],
    ));

  it('say in German whatever they say in English', () => {
    for (const [english, german] of Object.entries(GERMAN_SENTENCES)) {
      assert.deepEqual(slots(german), slots(english), english);
      assert.notEqual(german, english);
    }
  });

  it('are as many for the functions and totals, and no more', () =>
    assert.deepEqual(Object.keys(GERMAN_TEXTS).sort(), [...declared].sort()));

  it('write amounts and dates as the workbook does', async () => {
    const { templates } = await wordsFor('de-DE');
    const spoken = speaker(templates, formatFor('de-DE', 'de'));
    assert.equal(
      spoken(say`Outstanding is ${1001.5}, but Granted less Exercised and Cancelled is ${1000}`),
      'Outstanding ist 1.001,5, aber Granted abzüglich Exercised und Cancelled ist 1.000',
    );
    assert.equal(
      spoken(say`Service ended on ${dated(37609)}: nothing vests after it`),
      'Die Beschäftigung endete am 19.12.2002: Danach wird nichts mehr unverfallbar',
    );
  });

  it('are English where nothing else is spoken', async () => {
    const { templates } = await wordsFor('en-US');
    const split = say`Split ${1} for ${3} on ${dated(37683)}`;
    assert.equal(speaker(templates, formatFor('de-DE', 'en'))(split), 'Split 1 for 3 on 03.03.2003');
    assert.equal(speaker(templates, formatFor('en-US', 'en'))(split), 'Split 1 for 3 on Mar 3, 2003');
  });
});
