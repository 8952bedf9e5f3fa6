/** Application and what hangs on it: calculation on demand, the culture's separators. */
import type { CalculationProperties, Workbook } from '../../model/workbook.ts';
import { flagOf, numberOf, wholeOf, wordOf } from '../arguments.ts';
import { HostObject } from '../host-object.ts';
import { type ObjectClass, readOnly } from '../object-class.ts';

const MODES: Readonly<Record<string, CalculationProperties['mode']>> = {
  Automatic: 'automatic',
  AutomaticExceptTables: 'automaticExceptTables',
  Manual: 'manual',
};

export const application: ObjectClass<Workbook> = {
  scalars: {
    calculationEngineVersion: readOnly(() => 191029),
    calculationMode: {
      get: ({ calculation }) => Object.keys(MODES).find((name) => MODES[name] === calculation.mode),
      set: ({ calculation }, value) => {
        calculation.mode = MODES[wordOf(value, Object.keys(MODES))] ?? 'automatic';
      },
    },
    calculationState: readOnly((_book, { calculation }) => (calculation.isWaiting ? 'Calculating' : 'Done')),
    decimalSeparator: readOnly(() => '.'),
    thousandsSeparator: readOnly(() => ','),
    useSystemSeparators: readOnly(() => true),
  },
  navigation: {
    cultureInfo: () => new HostObject('CultureInfo', null),
    iterativeCalculation: (book) => new HostObject('IterativeCalculation', book),
  },
  methods: {
    calculate: (_book, args, { calculation }) => {
      const kind = args.oneOf(0, ['Recalculate', 'Full', 'FullRebuild'] as const, 'Recalculate');
      if (kind === 'Recalculate') calculation.recalculate();
      else calculation.calculateEverything();
    },
    suspendApiCalculationUntilNextSync: (_book, _args, { calculation }) =>
      calculation.suspendUntilEndOfRequest(),
    // Nothing is drawn while a request is answered.
    suspendScreenUpdatingUntilNextSync: () => undefined,
  },
};

export const iterativeCalculation: ObjectClass<Workbook> = {
  scalars: {
    enabled: {
      get: ({ calculation }) => calculation.iterative,
      set: ({ calculation }, value) => {
        calculation.iterative = flagOf(value);
      },
    },
    maxIteration: {
      get: ({ calculation }) => calculation.iterations,
      set: ({ calculation }, value) => {
        calculation.iterations = wholeOf(value);
      },
    },
    maxChange: {
      get: ({ calculation }) => calculation.maximumChange,
      set: ({ calculation }, value) => {
        calculation.maximumChange = numberOf(value);
      },
    },
  },
};

/** The embedded Excel speaks American English. */
export const cultureInfo: ObjectClass<null> = {
  scalars: { name: readOnly(() => 'en-US') },
  navigation: {
    numberFormat: () => new HostObject('NumberFormatInfo', null),
    datetimeFormat: () => new HostObject('DatetimeFormatInfo', null),
  },
};

export const numberFormatInfo: ObjectClass<null> = {
  scalars: {
    numberDecimalSeparator: readOnly(() => '.'),
    numberGroupSeparator: readOnly(() => ','),
  },
};

export const datetimeFormatInfo: ObjectClass<null> = {
  scalars: {
    dateSeparator: readOnly(() => '/'),
    longDatePattern: readOnly(() => 'dddd, mmmm d, yyyy'),
    shortDatePattern: readOnly(() => 'm/d/yyyy'),
    timeSeparator: readOnly(() => ':'),
    longTimePattern: readOnly(() => 'h:mm:ss AM/PM'),
  },
};
