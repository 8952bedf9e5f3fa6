/**
 * The fields of rules and ratio rows: the ledger's, and those that only a run knows - a holder's other grants, what a
 * holder elected, the closing price. A field that is not known yet says so by its phase.
 */
import { isBlank } from '../../basics/cell.ts';
import { idKey } from '../../ledger/id-key.ts';
import { badValue } from '../../basics/error.ts';
import { say } from '../../basics/sentence.ts';
import { headerKey } from '../../basics/words.ts';
import type { FieldNamed } from '../../eligibility/condition.ts';
import { type Field, fieldOf, type Row } from '../../ledger/field.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { dayIn } from '../../ledger/field.ts';

/** When a field is known: from the ledger, once elections are counted, or once the closing price is there. */
export type Phase = 'ledger' | 'election' | 'closing price';

/** What a holder elected: over the elected grants that pass every rule that does not ask for it. */
export interface HolderElections {
  readonly shares: number;
  readonly value: number;
  readonly lowestPrice: number;
  readonly highestPrice: number;
}

/** What the fields read that a run finds out as it goes. */
export interface RunFacts {
  readonly elected: ReadonlyMap<string, HolderElections>;
  /** Of the row's grant, in per cent of Outstanding; undefined where it is not elected. */
  readonly electedPercent: (row: Row) => number | undefined;
  /** Of the row's grant, in per cent of Outstanding. */
  readonly vestedPercent: (row: Row) => number | '';
  readonly closingPrice: number | undefined;
}

export interface RunFields {
  readonly named: FieldNamed;
  /** The names by which rules, ratio rows and terms have read the ledger. */
  readonly used: ReadonlySet<string>;
  readonly phaseOf: (field: Field) => Phase;
  /** Whether only a run knows the field, so that no formula over the ledger's row can read it. */
  readonly isOfRun: (field: Field) => boolean;
  /** Given once the run knows them; asked for before, a field reads blank. */
  facts: RunFacts | undefined;
}

const ELECTION_FIELDS: Readonly<Record<string, (elected: HolderElections) => number>> = {
  electedshares: ({ shares }) => shares,
  electedvalue: ({ value }) => value,
  lowestelectedprice: ({ lowestPrice }) => lowestPrice,
  highestelectedprice: ({ highestPrice }) => highestPrice,
};

const OVER_HOLDER = /^holder\s+(sum|min|max|count)\s+(\S.*)$/i;

/** The fields of a run over a ledger. */
export function runFields(ledger: Ledger, asOf: number, read: Iterable<string> = []): RunFields {
  const phases = new WeakMap<Field, Phase>();
  const ofRunOnly = new WeakSet<Field>();
  const holderColumn = ledger.map.offsets.get('Holder ID')?.[0] ?? -1;
  const holderOf = (row: Row): string => idKey(row[holderColumn]);
  const ofRun = (phase: Phase, field: Field): Field => {
    phases.set(field, phase);
    ofRunOnly.add(field);
    return field;
  };
  const isOwnHeader = (key: string): boolean =>
    ledger.map.headers.some((header) => headerKey(header) === key);

  const used = new Set(read);
  const fields: RunFields = {
    facts: undefined,
    used,
    phaseOf: (field) => phases.get(field) ?? 'ledger',
    isOfRun: (field) => ofRunOnly.has(field),
    named: (name) => {
      const key = headerKey(name);
      used.add(name);
      if (key !== '' && isOwnHeader(key)) return fieldOf(ledger.map, name, asOf);
      const elected = ELECTION_FIELDS[key];
      if (elected !== undefined)
        return ofRun('election', {
          ...derived(name),
          content: key.endsWith('price') ? 'price' : 'count',
          read: (row) => {
            const holder = fields.facts?.elected.get(holderOf(row));
            return holder === undefined ? '' : elected(holder);
          },
        });
      if (key === 'electedpercent')
        return ofRun('election', {
          ...derived(name),
          isPercent: true,
          read: (row) => fields.facts?.electedPercent(row) ?? '',
        });
      if (key === 'vestedpercent')
        return ofRun('ledger', {
          ...derived(name),
          isPercent: true,
          read: (row) => fields.facts?.vestedPercent(row) ?? '',
        });
      if (key === 'closingprice')
        return ofRun('closing price', {
          ...derived(name),
          content: 'price',
          read: () => fields.facts?.closingPrice ?? '',
        });
      const [, how = '', column = ''] = OVER_HOLDER.exec(name.trim()) ?? [];
      if (how !== '')
        return ofRun('ledger', overHolder(name, how.toLowerCase(), column, ledger, holderOf, fields.named));
      return fieldOf(ledger.map, name, asOf);
    },
  };
  return fields;
}

const derived = (name: string): Field => ({ name, content: 'count', offset: undefined, read: () => '' });

/** `Holder Sum Outstanding`: over every row of the holder in the ledger. */
function overHolder(
  name: string,
  how: string,
  column: string,
  ledger: Ledger,
  holderOf: (row: Row) => string,
  named: FieldNamed,
): Field {
  const field = named(column);
  if (field.content === 'text' && how !== 'count')
    throw badValue(say`Field "${name}" needs a column of numbers or dates, and ${column} holds text.`);
  let totals: Map<string, number> | undefined;
  const count = (): Map<string, number> => {
    const found = new Map<string, number>();
    for (const offset of ledger.rows) {
      const row = ledger.block.values[offset] ?? [];
      const cell = field.read(row);
      if (isBlank(cell)) continue;
      const value = how === 'count' ? 1 : typeof cell === 'number' ? cell : dayIn(cell);
      if (value === undefined) continue;
      const holder = holderOf(row);
      const before = found.get(holder);
      found.set(
        holder,
        before === undefined
          ? value
          : how === 'min'
            ? Math.min(before, value)
            : how === 'max'
              ? Math.max(before, value)
              : before + value,
      );
    }
    return found;
  };
  return {
    ...derived(name),
    content: how === 'min' || how === 'max' ? field.content : 'count',
    read: (row) => (totals ??= count()).get(holderOf(row)) ?? (how === 'count' ? 0 : ''),
  };
}
