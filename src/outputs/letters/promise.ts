/**
 * The promise to grant: given to each holder whose grants were cancelled, for the awards that come on a later day. Its fields
 * are those of the letter with which such offers are filed.
 *
 * @see Lantronix, Schedule TO of December 19, 2002, exhibit (a)(5), promise to grant stock option
 */
import type { LineFact } from '../../domain/offer/results/facts.ts';
import type { Holder } from '../holders.ts';
import { COMMON_FIELDS, needed } from './common-fields.ts';
import { type Letter, letterKind, loopOver } from './letter.ts';
import { LINE_FIELDS } from './line-fields.ts';

/** A promise that has lapsed is none. */
const promised = ({ lines }: Holder): readonly LineFact[] =>
  lines.filter(({ line }) => line.status !== 'Lapsed');

/** The days of several lines, each once. */
const days =
  (of: (fact: LineFact) => number) =>
  ({ holder, text }: Letter): string =>
    [...new Set(promised(holder).map(of))]
      .sort((one, other) => one - other)
      .map(text.day)
      .join(' and ');

export const PROMISE = letterKind({
  kind: 'promise',
  meaning: 'the promise to grant, for each holder whose grants are exchanged',
  from: 'Closed',
  run: ({ run }) => run,
  isFor: (holder) => promised(holder).length > 0,
  needed: ['Company', 'Holder Name', 'New Grant Date'],
  fields: {
    ...COMMON_FIELDS,
    'New Grant Date': needed(
      'The day on which the new awards are granted',
      'July 21, 2003',
      days(({ line }) => line.terms.newGrant),
    ),
    'Service Required Through': needed(
      'The day through which service must continue',
      'July 21, 2003',
      days(({ line }) => line.terms.serviceThrough),
    ),
    'Total Cancelled Shares': needed('All shares that are cancelled', '1,000', ({ holder, text }) =>
      text.shares(promised(holder).reduce((sum, { line }) => sum + line.cancelled, 0)),
    ),
    'Total New Shares': needed('All new shares that are promised', '750', ({ holder, text }) =>
      text.shares(promised(holder).reduce((sum, { line }) => sum + (line.shares ?? 0), 0)),
    ),
  },
  loops: {
    Grants: loopOver(
      'The cancelled grants and what is promised for each',
      ({ holder }) => promised(holder),
      LINE_FIELDS,
    ),
  },
});
