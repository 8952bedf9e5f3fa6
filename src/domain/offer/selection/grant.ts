/** One grant of the ledger in a run: its row, and what the run finds of it. */
import type { Day } from '../../basics/day.ts';
import type { Words } from '../../basics/sentence.ts';
import type { ElectionForm } from '../../election/election-forms.ts';
import type { ElectionState } from '../../election/elections.ts';
import type { Row } from '../../ledger/field.ts';

/** Why a grant is not eligible. */
export interface Reason {
  readonly reason: Words;
  /** What the summary counts it under: dates and ids would make a line for each grant. */
  readonly group: Words;
}

/** A grant as the ledger has it. */
export interface LedgerGrant {
  /** Its position among the ledger's grants. */
  readonly index: number;
  /** Its row, as an offset into the ledger's block. */
  readonly offset: number;
  readonly row: Row;
  /** Ids as they are shown, and as they are compared. */
  readonly holder: string;
  readonly holderKey: string;
  readonly id: string;
  readonly idKey: string;
  /** Shares outstanding; -1 where the ledger's count cannot be read. */
  readonly outstanding: number;
  /** The holder's last day of service, where one is known. */
  readonly termination: Day | undefined;
  /** Why it cannot take part whatever the rules; empty where nothing stands against it. */
  readonly standing: readonly Reason[];
}

export type Portion = 'All' | 'Vested' | 'Unvested';

/** What is elected of a grant: a part of it, by a form in force. */
export interface ElectedPart {
  readonly portion: Portion;
  /** The shares of the part, and those of them that are elected. */
  readonly of: number;
  readonly shares: number;
  readonly choice: string;
  /** Undefined where every eligible grant takes part without a form. */
  readonly form: ElectionForm | undefined;
}

/** A grant with what its holder elected and whether it takes part. */
export interface Grant extends LedgerGrant {
  /** Why it is not eligible: what stands against it, then the rules that it fails; empty where it is. */
  readonly reasons: readonly Reason[];
  readonly isEligible: boolean;
  readonly election: ElectionState;
  /** What is exchanged of it; empty where nothing is. */
  readonly parts: readonly ElectedPart[];
  /** Brought in by the look-back alone. */
  readonly isRequired: boolean;
}
