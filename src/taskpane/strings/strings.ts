/** Which language the pane speaks. A new one is a module like `german.ts`, and a line here. */
import { ENGLISH, type Strings } from './english.ts';
import { GERMAN } from './german.ts';

export const LANGUAGES = { en: ENGLISH as Strings, de: GERMAN } as const;
export type LanguageName = keyof typeof LANGUAGES;

/** @param tag a language tag such as `de-CH`; English stands in for a language that there is none of */
export function stringsFor(tag: string): { readonly language: LanguageName; readonly strings: Strings } {
  const language: LanguageName = /^de\b/i.test(tag) ? 'de' : 'en';
  return { language, strings: LANGUAGES[language] };
}
