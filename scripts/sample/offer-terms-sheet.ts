/**
 * The sheet `Offer Terms`: the reference offer's terms as filed (offers/lantronix-2002, the offer to exchange of
 * December 19, 2002), its rules with their reasons, and an empty table of events.
 */
import { TERMS } from '../../src/domain/offer/terms/terms.ts';
import { on } from './dates.ts';
import type { Cell, Sheet } from './sheet.ts';
import type { StyleName } from './styles.ts';

type Value = Pick<Cell, 'value' | 'formula'> & { readonly style: StyleName };

const HEADER_ROW = 4;
/** Where a term's row stands: TERMS are written in their own order. */
const rowOf = (term: string): number => HEADER_ROW + 1 + TERMS.findIndex(({ name }) => name === term);
const cellOf = (term: string): string => `B${rowOf(term)}`;

const text = (value: string): Value => ({ value, style: 'inputText' });

/** As filed. A term that the offer does not speak of is left blank. */
const VALUES: Readonly<Record<string, Value>> = {
  'Offer Name': text('Offer to Exchange Outstanding Options'),
  Company: text('Lantronix, Inc.'),
  'Commencement Date': { value: on('2002-12-19'), style: 'inputDate' },
  'Expiration Date': { value: on('2003-01-20T21:00'), style: 'inputMoment' },
  'Cancellation Date': {
    value: on('2003-01-20'),
    formula: `INT(${cellOf('Expiration Date')})`,
    style: 'formulaDate',
  },
  'New Grant Date': { value: on('2003-07-21'), style: 'inputDate' },
  'Service Required Through': {
    value: on('2003-07-21'),
    formula: cellOf('New Grant Date'),
    style: 'formulaDate',
  },
  'New Plan': text('2000 Plan'),
  'New Grant Type': text('NSO'),
  Award: text('Option'),
  Ratio: { value: '0.75', style: 'inputRatio' },
  Rounding: text('up'),
  'Round Per': text('Grant'),
  'Exercise Price Rule': text('close'),
  'Missing Price': text('error'),
  'Vesting Schedule': text('50% at 6 months, then 50% monthly over 24 months'),
  Allocation: text('CUMULATIVE_ROUND_DOWN'),
  'Term Months': { value: 120, style: 'inputCount' },
  'Term Rule': text('fixed'),
  'Election Unit': text('Grant'),
  'Look-back From': { value: on('2002-06-19'), style: 'inputDate' },
};

const BLANK: Readonly<Record<string, StyleName>> = { 'As Of': 'inputDate', 'Look-back Ratio': 'inputRatio' };

const RULE_COLUMNS = ['Field', 'Operator', 'Value', 'Reason', 'Waived for Look-back'];
const EVENT_COLUMNS = [
  'Date',
  'Event',
  'New Shares',
  'Old Shares',
  'Stock per Share',
  'Cash per Share',
  'Acquirer Price',
  'Rounding',
];

/** The price above which the offer takes a grant, beside the rules. */
const FLOOR_ROW = 12;
const EVENTS_ROW = 17;
export const PRICE_FLOOR = `'Offer Terms'!$F$${FLOOR_ROW}`;
export const OFFER_EXPIRATION = `'Offer Terms'!$B$${rowOf('Expiration Date')}`;

const rule = (
  field: string,
  operator: string,
  value: Value,
  reason: string,
  waived: 'Yes' | 'No',
): readonly Cell[] => [text(field), text(operator), value, text(reason), text(waived)];

const RULES: readonly (readonly Cell[])[] = [
  rule(
    'Exercise Price',
    '>',
    { value: 3.01, formula: 'PriceFloor', style: 'linkPrice' },
    'The exercise price is not above $3.01.',
    'Yes',
  ),
  rule(
    'Hire Date',
    '<=',
    { value: on('2002-12-19'), formula: cellOf('Commencement Date'), style: 'formulaDate' },
    'Hired after December 19, 2002.',
    'No',
  ),
  rule('Country', '=', text('United States'), 'Not paid as a regular employee in the United States.', 'No'),
  rule(
    'Role',
    'not in',
    text('Director; Executive Officer'),
    'Directors and executive officers are excluded.',
    'No',
  ),
  rule(
    'Plan',
    'in',
    text('2000 Plan; 1994 Plan; 1993 Plan; Lightwave 2001 Plan; Premise 2001 Plan'),
    'Not granted under a plan that the offer covers.',
    'No',
  ),
];

const head = (names: readonly string[]): readonly Cell[] => names.map((value) => ({ value, style: 'head' }));
const GAP: readonly undefined[] = [undefined];

/** What stands to the right of the terms, by row. */
const RIGHT: ReadonlyMap<number, readonly Cell[]> = new Map([
  [HEADER_ROW - 1, [{ value: 'Who and what is eligible', style: 'section' } as const]],
  [HEADER_ROW, head(RULE_COLUMNS)],
  ...RULES.map((cells, index) => [HEADER_ROW + 1 + index, cells] as const),
  [
    FLOOR_ROW,
    [
      { value: 'Price floor', style: 'text' } as const,
      { value: 3.01, style: 'inputPrice' } as const,
      { value: 'As filed: options with an exercise price above it.', style: 'note' } as const,
    ],
  ],
  [EVENTS_ROW - 1, [{ value: 'Splits and mergers before the new grant date', style: 'section' } as const]],
  [EVENTS_ROW, head(EVENT_COLUMNS)],
  [EVENTS_ROW + 1, EVENT_COLUMNS.map(() => ({ style: 'inputText' }) as const)],
]);

export function offerTermsSheet(): Sheet {
  const lastRow = HEADER_ROW + TERMS.length;
  const rows = new Map<number, readonly (Cell | undefined)[]>([
    [1, [{ value: 'Offer terms', style: 'title' }]],
    [
      2,
      [
        {
          value:
            'As filed with the SEC on December 19, 2002. Blue: inputs. Black: formulas. A blank value takes the default.',
          style: 'subtitle',
        },
      ],
    ],
  ]);
  const left = new Map<number, readonly Cell[]>([[HEADER_ROW, head(['Term', 'Value', 'Note'])]]);
  for (const { name, meaning, default: standard } of TERMS)
    left.set(rowOf(name), [
      { value: name, style: 'wrapped' },
      VALUES[name] ?? { style: BLANK[name] ?? 'inputText' },
      { value: standard === '' ? meaning : `${meaning} Blank: ${standard}.`, style: 'note' },
    ]);
  for (let row = HEADER_ROW - 1; row <= lastRow; row++) {
    const cells = left.get(row) ?? [undefined, undefined, undefined];
    const right = RIGHT.get(row);
    rows.set(row, right === undefined ? cells : [...cells, ...GAP, ...right]);
  }
  return {
    name: 'Offer Terms',
    tabColor: 'FF0F8B6D',
    widths: [25, 36, 62, 3, 16, 13, 34, 42, 21, 15, 15, 12],
    rows,
    rowHeights: new Map([
      [1, 26],
      [HEADER_ROW, 22],
      ...TERMS.flatMap(({ name, meaning, default: standard }) => {
        const length = meaning.length + (standard === '' ? 0 : standard.length + 9);
        const lines = Math.max(Math.ceil(length / 66), name === 'Vesting Schedule' ? 2 : 1);
        return [[rowOf(name), Math.max(lines * 13.5 + 3, rowOf(name) <= 9 ? 30 : 0)] as const];
      }),
    ]),
    frozenAt: `A${HEADER_ROW + 1}`,
    validations: [
      ...TERMS.flatMap(({ name, choices, meaning }) =>
        choices === undefined
          ? []
          : [{ range: cellOf(name), list: choices.join(','), title: name, prompt: meaning }],
      ),
      {
        range: `F${HEADER_ROW + 1}:F${HEADER_ROW + RULES.length}`,
        list: '=,<>,<,<=,>,>=,between,in,not in,is blank,is not blank,contains,starts with',
        title: 'Operator',
        prompt: 'How the field and the value compare.',
      },
      {
        range: `I${HEADER_ROW + 1}:I${HEADER_ROW + RULES.length}`,
        list: 'Yes,No',
        title: 'Waived for Look-back',
        prompt: 'Yes: a grant that only the look-back brings in need not pass this rule.',
      },
    ],
    comments: [
      {
        cell: cellOf('Ratio'),
        text: 'Three new options for every four cancelled. The cell is text, so that Excel cannot make a date or a time of a ratio.',
      },
    ],
    tables: [
      { name: 'OfferTerms', range: `A${HEADER_ROW}:C${lastRow}`, columns: ['Term', 'Value', 'Note'] },
      { name: 'OfferRules', range: `E${HEADER_ROW}:I${HEADER_ROW + RULES.length}`, columns: RULE_COLUMNS },
      { name: 'OfferEvents', range: `E${EVENTS_ROW}:L${EVENTS_ROW + 1}`, columns: EVENT_COLUMNS },
    ],
    landscape: true,
  };
}
