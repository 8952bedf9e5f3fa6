/** The final notice of what was granted, with every vesting date, once the offer is granted. */
import type { LineFact } from '../../domain/offer/results/facts.ts';
import { cellText, type Holder } from '../holders.ts';
import { COMMON_FIELDS, needed } from './common-fields.ts';
import { type Letter, letterKind, loopOver } from './letter.ts';
import { GRANTED_FIELDS, LINE_FIELDS } from './line-fields.ts';

/** What has lapsed is not granted; what is paid in cash is told with the rest. */
const granted = ({ lines }: Holder): readonly LineFact[] =>
  lines.filter(({ line }) => line.status !== 'Lapsed');

interface VestingRow {
  readonly fact: LineFact;
  readonly day: number;
  readonly amount: number;
  readonly cumulative: number;
}

/** Each date of what vests; nothing after service is known to have ended. */
const vesting = (holder: Holder): readonly VestingRow[] =>
  granted(holder).flatMap((fact) => {
    let cumulative = 0;
    return fact.line.dates.slice(0, fact.line.vestingDates).map((day, index) => {
      const amount = fact.line.amounts[index] ?? 0;
      cumulative += amount;
      return { fact, day, amount, cumulative };
    });
  });

export const NOTICE = letterKind({
  kind: 'notice',
  meaning: 'the final notice of what was granted, with its vesting dates',
  from: 'Granted',
  run: ({ run }) => run,
  isFor: (holder) => granted(holder).length > 0,
  needed: ['Company', 'Holder Name'],
  fields: COMMON_FIELDS,
  loops: {
    Grants: loopOver('What was granted for each cancelled grant', ({ holder }) => granted(holder), {
      ...LINE_FIELDS,
      ...GRANTED_FIELDS,
    }),
    Vesting: loopOver<VestingRow>('Each vesting date', ({ holder }) => vesting(holder), {
      'Old Grant ID': needed('The cancelled grant', 'A-100', ({ fact }) => fact.line.grant.id),
      Date: needed('The day', 'January 21, 2004', ({ day }, { text }) => text.day(day)),
      'Shares Vesting': needed('The shares that vest, or the amount that is paid', '375', (row, letter) =>
        amountText(row, row.amount, letter),
      ),
      'Shares Vested': needed('All until then', '375', (row, letter) =>
        amountText(row, row.cumulative, letter),
      ),
    }),
  },
});

const amountText = ({ fact }: VestingRow, amount: number, { text }: Letter): string =>
  fact.line.award.paysCash ? text.money(amount, cellText(fact.cell('Currency'))) : text.shares(amount);
