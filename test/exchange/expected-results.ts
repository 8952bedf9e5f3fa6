/**
 * Compares what a run gave with what its workbook must give (test/data/offers), value by value. Knows neither how a run
 * is made nor what an offer is.
 */
type Value = string | number | boolean | null;
type Row = Readonly<Record<string, Value>>;
type Rows = Readonly<Record<string, Row>>;

/** A row is named by its key columns, joined by `|`; `#2` is the second of that name. */
export interface Expected {
  readonly exit: number | readonly number[];
  /** The offer that the workbook expresses; none for a single clause. */
  readonly of?: string;
  readonly offer?: Row;
  readonly summary?: Row;
  /** By old grant, portion and award. */
  readonly newGrants?: Rows;
  /** Rows of newGrants that there must not be. */
  readonly absent?: readonly string[];
  /** By grant. */
  readonly eligibility?: Rows;
  /** Dates and shares, by old grant, portion and award. */
  readonly vesting?: Readonly<Record<string, readonly (readonly [string, number])[]>>;
  /** By plan. */
  readonly reserve?: Rows;
  /** What the checks must say, or standard error where nothing ran. */
  readonly checks?: readonly { readonly severity?: string | null; readonly mentions: string }[];
  /** The workbook's own formulas, on its sheet Formulas. */
  readonly cells?: Row;
}

/** What the command line's JSON holds. */
export interface RunResults {
  readonly offer: Row;
  readonly summary: Row;
  readonly newGrants: readonly Row[];
  readonly eligibility: readonly Row[];
  readonly vesting: readonly Row[];
  readonly checks: readonly Row[];
  readonly reserve?: readonly Row[];
}

export interface Outcome {
  readonly exit: number;
  /** What stopped the run. */
  readonly refusal: string;
  /** Undefined where nothing ran. */
  readonly results: RunResults | undefined;
  readonly cell: (address: string) => Value;
}

export interface Comparison {
  readonly expected: number;
  readonly differences: readonly string[];
}

const same = (want: Value, got: Value | undefined): boolean => {
  if (want === null) return got === undefined || got === null || got === '';
  if (typeof want === 'number' && typeof got === 'number')
    return Math.abs(want - got) <= 1e-9 * Math.max(1, Math.abs(want));
  return want === got;
};

const NEW_GRANT_KEYS = ['Old Grant ID', 'Portion', 'Award'];

/** Rows by the first of the key columns, by the first two, and so on. */
function byKey(rows: readonly Row[], keys: readonly string[]): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows)
    keys.forEach((_, last) => {
      const key = keys
        .slice(0, last + 1)
        .map((name) => String(row[name] ?? (name === 'Portion' ? 'All' : '')))
        .join('|');
      found.set(key, [...(found.get(key) ?? []), row]);
    });
  return found;
}

function rowNamed(rows: ReadonlyMap<string, readonly Row[]>, name: string): Row | undefined {
  const [key = '', position = '1'] = name.split('#');
  return rows.get(key)?.[Number(position) - 1];
}

export function compare(expected: Expected, { exit, refusal, results, cell }: Outcome): Comparison {
  const differences: string[] = [];
  let count = 0;
  const one = (label: string, want: unknown, got: unknown, isRight: boolean): void => {
    count++;
    if (!isRight) differences.push(`${label}: want ${JSON.stringify(want)}, got ${JSON.stringify(got)}`);
  };
  const values = (label: string, want: Row, got: Row | undefined): void => {
    for (const [name, value] of Object.entries(want))
      one(`${label} ${name}`, value, got?.[name] ?? null, got !== undefined && same(value, got[name]));
  };

  const exits = [expected.exit].flat();
  one('exit status', expected.exit, `${exit} ${refusal}`.trim(), exits.includes(exit));
  const newGrants = byKey(results?.newGrants ?? [], NEW_GRANT_KEYS);
  for (const [key, row] of Object.entries(expected.newGrants ?? {}))
    values(`newGrants ${key}`, row, rowNamed(newGrants, key));
  const eligibility = byKey(results?.eligibility ?? [], ['Grant ID']);
  for (const [key, row] of Object.entries(expected.eligibility ?? {}))
    values(`eligibility ${key}`, row, rowNamed(eligibility, key));
  for (const key of expected.absent ?? []) {
    const got = rowNamed(newGrants, key);
    one(`newGrants ${key}`, 'no row', got, results !== undefined && got === undefined);
  }
  const vesting = byKey(results?.vesting ?? [], NEW_GRANT_KEYS);
  for (const [key, dates] of Object.entries(expected.vesting ?? {})) {
    const got = (vesting.get(key) ?? [])
      .map((row) => [String(row['Date']), row['Shares'] ?? null] as const)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    const isRight =
      got.length === dates.length &&
      dates.every(([date, shares], at) => got[at]?.[0] === date && same(shares, got[at][1]));
    one(`vesting ${key}`, dates, got, results !== undefined && isRight);
  }
  values('offer', expected.offer ?? {}, results?.offer ?? {});
  values('summary', expected.summary ?? {}, results?.summary ?? {});
  const reserve = byKey(results?.reserve ?? [], ['Plan']);
  for (const [plan, row] of Object.entries(expected.reserve ?? {}))
    values(`reserve ${plan}`, row, rowNamed(reserve, plan));
  for (const { severity, mentions } of expected.checks ?? []) {
    const said =
      results === undefined
        ? exits.includes(2)
          ? [refusal]
          : []
        : results.checks
            .filter((check) => [undefined, null, check['Severity']].includes(severity))
            .map((check) =>
              ['Problem', 'Sheet', 'Column', 'Row'].map((name) => String(check[name])).join(' '),
            );
    const isSaid = said.some((text) => text.toLowerCase().includes(mentions.toLowerCase()));
    one(`check ${severity ?? ''}`.trim(), mentions, 'not said', isSaid);
  }
  for (const [address, value] of Object.entries(expected.cells ?? {}))
    one(`Formulas!${address}`, value, cell(address), same(value, cell(address)));
  return { expected: count, differences };
}
