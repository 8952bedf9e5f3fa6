/** Data validation: what may be typed into cells. It does not check anything itself, as Excel checks typing only. */
import type { Area } from './area.ts';

export type ValidationKind =
  'none' | 'whole' | 'decimal' | 'list' | 'date' | 'time' | 'textLength' | 'custom';

export type ValidationOperator =
  | 'between'
  | 'notBetween'
  | 'equal'
  | 'notEqual'
  | 'lessThan'
  | 'lessThanOrEqual'
  | 'greaterThan'
  | 'greaterThanOrEqual';

export interface DataValidation {
  readonly areas: readonly Area[];
  readonly kind: ValidationKind;
  readonly operator?: ValidationOperator;
  /** Formulas in user spelling without a leading `=`; a list may be the quoted text `"Yes,No"`. */
  readonly formula1?: string;
  readonly formula2?: string;
  readonly ignoreBlank?: boolean;
  /** False where the list's drop-down arrow is hidden. */
  readonly showsDropDown?: boolean;
  readonly errorStyle?: 'stop' | 'warning' | 'information';
  readonly showsError?: boolean;
  readonly errorTitle?: string;
  readonly errorMessage?: string;
  readonly showsPrompt?: boolean;
  readonly promptTitle?: string;
  readonly promptMessage?: string;
}
