/** The new grants and the cancellations as the two lists that stock-plan systems import, old and new ids side by side. */
import { idText } from '../domain/basics/cell.ts';
import { formatDay } from '../domain/basics/day.ts';
import { english } from '../domain/basics/sentence.ts';
import type { LineFact } from '../domain/offer/results/facts.ts';
import { csv, type CsvValue } from './csv.ts';
import { cellText, chosenHolders } from './holders.ts';
import type { OutputKind, OutputSource } from './output.ts';

type Columns = readonly (readonly [name: string, value: (fact: LineFact) => CsvValue])[];

const day = (serial: number | undefined): string => (serial === undefined ? '' : formatDay(serial));

const GRANTS: Columns = [
  ['Participant ID', ({ cell }) => idText(cell('Holder ID'))],
  ['Participant Name', ({ cell }) => cellText(cell('Holder Name'))],
  ['New Grant ID', ({ line }) => line.newGrantId],
  ['Old Grant ID', ({ cell }) => idText(cell('Grant ID'))],
  ['Grant Date', ({ line }) => day(line.terms.newGrant)],
  ['Grant Type', ({ line }) => (line.award.hasType ? line.terms.newGrantType : line.award.name)],
  ['Plan', ({ line, cell }) => (line.terms.newPlan === '' ? cellText(cell('Plan')) : line.terms.newPlan)],
  ['Shares', ({ line }) => line.shares ?? ''],
  ['Exercise Price', ({ line }) => line.price ?? ''],
  ['Expiration Date', ({ line }) => day(line.expiration)],
  ['Vesting Schedule', ({ schedule }) => schedule],
  ['Vesting Start', ({ line }) => day(line.terms.newGrant)],
];

const cancellationColumns = ({ offer }: OutputSource): Columns => [
  ['Participant ID', ({ cell }) => idText(cell('Holder ID'))],
  ['Old Grant ID', ({ cell }) => idText(cell('Grant ID'))],
  ['Cancellation Date', () => formatDay(offer.terms.cancellation)],
  ['Shares', ({ line }) => line.cancelled],
  ['Reason', reasonOf],
];

/** Why the old shares are cancelled; where nothing is granted for them, the run's own note says why. */
function reasonOf({ line }: LineFact): string {
  const notes = line.notes.map(english).join('; ');
  if (line.status === 'Lapsed')
    return notes === '' ? 'Exchanged; the promised grant lapsed' : `Exchanged; ${notes}`;
  return line.award.paysCash ? 'Exchanged for cash' : 'Exchanged';
}

const table = (columns: Columns, facts: readonly LineFact[]): Uint8Array =>
  csv(
    columns.map(([name]) => name),
    facts.map((fact) => columns.map(([, value]) => value(fact))),
  );

export const UPLOAD: OutputKind = {
  kind: 'upload',
  meaning: 'CSV files of new grants and cancellations for a stock-plan system',
  isPerHolder: false,
  make(source) {
    const chosen = chosenHolders(source.run, source.request);
    const lines = source.run.lines.filter(({ line }) => chosen.has(line.grant.holderKey));
    if (chosen.size === 0) return [];
    const granted = lines.filter(
      ({ line }) =>
        line.award.bringsShares && !line.award.paysCash && line.status !== 'Lapsed' && line.shares !== 0,
    );
    return [
      { name: 'grants.csv', bytes: table(GRANTS, granted) },
      {
        name: 'cancellations.csv',
        bytes: table(
          cancellationColumns(source),
          lines.filter(({ line }) => line.cancelled > 0),
        ),
      },
    ];
  },
};
