/** Every custom function, in the order in which the help shows them. */
import { EXPENSE, INCREMENTALCOST, NEUTRALRATIO } from './accounting.ts';
import { MERGERSHARES, SPLITSHARES } from './adjustments.ts';
import { NEWSHARES, RATIO_FUNCTION } from './counts.ts';
import { CHECK } from './data-quality.ts';
import type { FunctionDeclaration } from './declaration.ts';
import { BREAKEVEN, COMPARE, GAIN } from './economics.ts';
import { ELIGIBILITY, ELIGIBLE, REASONS } from './eligibility.ts';
import { EXERCISEPRICE } from './exercise-price.ts';
import { ISOSPLIT } from './iso-limit.ts';
import { ELECTION, OFFEREND, REGRANTDATE } from './offer-dates.ts';
import { BLACKSCHOLES, LATTICE } from './valuation.ts';
import { SCHEDULE, VESTED, VESTING, VESTINGTOTALS } from './vesting.ts';

export const CATALOGUE: readonly FunctionDeclaration[] = [
  ELIGIBLE,
  REASONS,
  ELIGIBILITY,
  RATIO_FUNCTION,
  NEWSHARES,
  REGRANTDATE,
  OFFEREND,
  ELECTION,
  VESTING,
  VESTED,
  VESTINGTOTALS,
  SCHEDULE,
  EXERCISEPRICE,
  SPLITSHARES,
  MERGERSHARES,
  GAIN,
  BREAKEVEN,
  COMPARE,
  BLACKSCHOLES,
  LATTICE,
  INCREMENTALCOST,
  EXPENSE,
  NEUTRALRATIO,
  ISOSPLIT,
  CHECK,
];
