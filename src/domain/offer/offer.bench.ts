/** Benchmarks of an offer's run: ledger rows through eligibility and new share counts, and whole runs. */
import { type CellValue, isBlank } from '../basics/cell.ts';
import { ROUND_UP } from '../basics/rounding.ts';
import { compileRules } from '../eligibility/rules.ts';
import { newShares } from '../exchange/new-shares.ts';
import { parseRatio } from '../exchange/ratio.ts';
import { fieldOf } from '../ledger/field.ts';
import { mapHeaders } from '../ledger/header-map.ts';
import { grant, LEDGER_HEADER, REFERENCE_RULES, run } from './offer-book.fixture.ts';

type Report = (name: string, value: number, unit: string, note?: string) => void;

const ROWS = 1_000_000;

/** Varied rows, without chance: about a third fail a rule. */
function ledgerRows(count: number): CellValue[][] {
  return Array.from({ length: count }, (_, i) =>
    grant(`G${i}`, {
      'Holder ID': `H${Math.floor(i / 4)}`,
      'Hire Date': 36000 + (i % 1800),
      'Grant Date': 36600 + (i % 900),
      'Expiration Date': 40300 + (i % 900),
      Role: i % 50 === 0 ? 'Director' : 'Engineer',
      'Exercise Price': 1 + (i % 37) / 4,
      Outstanding: 100 + (i % 5000),
    }),
  );
}

export default function bench(report: Report): void {
  const rows = ledgerRows(ROWS);
  const map = mapHeaders(LEDGER_HEADER);
  const rules = compileRules(map, REFERENCE_RULES);
  const outstanding = fieldOf(map, 'Outstanding');
  const ratio = parseRatio('0.75');

  const regrant = best(() => {
    let total = 0;
    for (const row of rows)
      if (rules.passes(row)) total += newShares(Number(outstanding.read(row)), ratio, ROUND_UP);
    return total;
  });
  const [price, hired, role, shares] = ['Exercise Price', 'Hire Date', 'Role', 'Outstanding'].map((name) =>
    LEDGER_HEADER.indexOf(name),
  ) as [number, number, number, number];
  const byHand = best(() => {
    let total = 0;
    for (const row of rows) {
      const title = String(row[role]).trim().toLowerCase();
      if (isBlank(row[price]) || Number(row[price]) <= 3.01 || Number(row[hired]) > 37609) continue;
      if (title === 'director' || title === 'executive officer') continue;
      total += Math.ceil((Number(row[shares]) * 3) / 4);
    }
    return total;
  });
  if (regrant.result !== byHand.result) throw new Error('The plain loop and the rules do not agree.');
  report(
    'eligibility with counts',
    ROWS / regrant.seconds,
    'ledger rows/s',
    `${regrant.seconds.toFixed(2)} s a million`,
  );
  report('eligibility with counts, to a plain loop', regrant.seconds / byHand.seconds, 'times its time');

  const grants = rows.slice(0, 20_000);
  const whole = best(() => run({ grants }).newGrants.rows.length);
  report('a whole run with vesting', grants.length / whole.seconds, 'grants/s', `${whole.result} exchanged`);
}

/** The shortest of three runs, in seconds. */
function best<T>(work: () => T): { seconds: number; result: T } {
  let result = work();
  let seconds = Infinity;
  for (let i = 0; i < 3; i++) {
    const start = performance.now();
    result = work();
    seconds = Math.min(seconds, (performance.now() - start) / 1000);
  }
  return { seconds, result };
}
