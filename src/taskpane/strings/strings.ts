/** Which language the pane speaks. A new one is modules like the German ones, and a line here. */
import { translated, type Words } from '../../domain/basics/sentence.ts';
import { ENGLISH, type Strings } from './english.ts';
import type { Format } from './format.ts';

export type LanguageName = 'en' | 'de';

export interface LanguageWords {
  readonly language: LanguageName;
  readonly strings: Strings;
  /** The sentences of other rooms by their English templates; none where they are said in English. */
  readonly templates: Readonly<Record<string, string>> | undefined;
}

const ENGLISH_WORDS: LanguageWords = { language: 'en', strings: ENGLISH, templates: undefined };

/** A language that is not English is a script of its own, loaded where it is spoken. */
const OTHERS: Readonly<Record<Exclude<LanguageName, 'en'>, () => Promise<LanguageWords>>> = {
  de: async () => {
    const [{ GERMAN }, { GERMAN_SENTENCES }, { GERMAN_TEXTS }] = await Promise.all([
      import(/* webpackChunkName: "german" */ './german.ts'),
      import(/* webpackChunkName: "german" */ './german-sentences.ts'),
      import(/* webpackChunkName: "german" */ './german-texts.ts'),
    ]);
    return { language: 'de', strings: GERMAN, templates: { ...GERMAN_TEXTS, ...GERMAN_SENTENCES } };
  },
};

/** @param tag a language tag such as `de-CH`; English stands in for a language that there is none of, or that is out of reach */
export async function wordsFor(tag: string): Promise<LanguageWords> {
  if (!/^de\b/i.test(tag)) return ENGLISH_WORDS;
  try {
    return await OTHERS.de();
  } catch {
    return ENGLISH_WORDS;
  }
}

/** Says what other rooms have to say, amounts and dates as the workbook's locale writes them, in English too. */
export const speaker =
  (templates: LanguageWords['templates'], format: Format): ((words: Words) => string) =>
  (words) =>
    translated(words, {
      templates: templates ?? {},
      show: (value) => (typeof value === 'number' ? format.ratio(value) : format.moment(value.moment)),
    });
