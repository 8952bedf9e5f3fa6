/** A filed offer's terms as what its cells get. Pure. */
import { TERMS } from '../../domain/offer/terms/terms.ts';
import type { TermChange } from '../../workbook/terms/write-terms.ts';
import type { OfferExample } from './offer-examples.ts';
import { cellEntry, CONTRACT_NUMBERS } from './term-fields.ts';

export const exampleTerms = ({ terms }: OfferExample): readonly TermChange[] =>
  Object.entries(terms).flatMap(([name, value]) => {
    const term = TERMS.find((declared) => declared.name === name);
    const entry = term === undefined ? undefined : cellEntry(term.kind, String(value), CONTRACT_NUMBERS);
    return entry === undefined ? [] : [{ term: name, ...entry }];
  });
