/**
 * What a new award is, as a value with behaviour: whether it has an exercise price, an expiration, shares of its own,
 * a plan type. A step asks the award and never compares its word.
 */
import { sameWord } from '../../basics/words.ts';
import type { AWARD_WORDS } from './terms.ts';

export type AwardName = (typeof AWARD_WORDS)[number];

export interface Award {
  readonly name: AwardName;
  /** Options and SARs are exercised at a price; units and stock cost nothing. */
  readonly hasPrice: boolean;
  readonly hasExpiration: boolean;
  /** Whether the ratio gives it shares. */
  readonly bringsShares: boolean;
  readonly paysCash: boolean;
  /** `New Grant Type` is for options and SARs. */
  readonly hasType: boolean;
  /** A kept grant is not part of the offer. */
  readonly isKept: boolean;
}

const award = (name: AwardName, rights: Partial<Award>): Award => ({
  name,
  hasPrice: false,
  hasExpiration: false,
  bringsShares: false,
  paysCash: false,
  hasType: false,
  isKept: false,
  ...rights,
});

const ON_EXERCISE = { hasPrice: true, hasExpiration: true, bringsShares: true, hasType: true };

export const OPTION = award('Option', ON_EXERCISE);
export const CASH = award('Cash', { paysCash: true });

const AWARDS: readonly Award[] = [
  OPTION,
  award('SAR', ON_EXERCISE),
  award('RSU', { bringsShares: true }),
  award('Stock', { bringsShares: true }),
  CASH,
  award('Keep', { isKept: true }),
];

/** The award that a word names; undefined for any other word. */
export const awardNamed = (word: string): Award | undefined =>
  AWARDS.find(({ name }) => sameWord(name, word));
