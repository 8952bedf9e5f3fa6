/** All native functions by name. To add one, declare it in the file of its subject; a new subject is listed here. */
import type { NativeFunction } from '../function-declaration.ts';
import { AGGREGATE_FUNCTIONS } from './aggregate.ts';
import { ARITHMETIC_FUNCTIONS } from './arithmetic.ts';
import { CONDITIONAL_FUNCTIONS } from './conditional.ts';
import { INFORMATION_FUNCTIONS } from './information.ts';
import { LOGICAL_FUNCTIONS } from './logical.ts';
import { LOOKUP_FUNCTIONS } from './lookup.ts';
import { REFERENCE_FUNCTIONS } from './reference.ts';
import { STATISTICAL_FUNCTIONS } from './statistics.ts';
import { ARRAY_FUNCTIONS } from './arrays.ts';
import { BUSINESS_DAY_FUNCTIONS } from './business-days.ts';
import { DATE_FUNCTIONS } from './dates.ts';
import { FINANCIAL_FUNCTIONS } from './finance.ts';
import { LAMBDA_FUNCTIONS } from './lambda.ts';
import { TEXT_FUNCTIONS } from './text.ts';

const byName = new Map<string, NativeFunction>(
  [
    AGGREGATE_FUNCTIONS,
    ARITHMETIC_FUNCTIONS,
    CONDITIONAL_FUNCTIONS,
    INFORMATION_FUNCTIONS,
    LOGICAL_FUNCTIONS,
    LOOKUP_FUNCTIONS,
    REFERENCE_FUNCTIONS,
    STATISTICAL_FUNCTIONS,
    TEXT_FUNCTIONS,
    LAMBDA_FUNCTIONS,
    FINANCIAL_FUNCTIONS,
    DATE_FUNCTIONS,
    BUSINESS_DAY_FUNCTIONS,
    ARRAY_FUNCTIONS,
  ]
    .flat()
    .map((native) => [native.name.toLowerCase(), native]),
);

/** The function of that name, in lower case. */
export const nativeFunction = (name: string): NativeFunction | undefined => byName.get(name);

/** The names of all native functions, in capitals and in order. */
export const nativeFunctionNames = (): string[] => [...byName.values()].map(({ name }) => name).sort();
