/** DataValidation: what may be typed into a range. Excel keeps one rule per cell; a new one takes its cells from others. */
import { type Area, difference, encloses, intersection } from '../../model/area.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { DataValidation, ValidationKind, ValidationOperator } from '../../model/validation.ts';
import { flagOf, recordOf, textOf, wordOf } from '../arguments.ts';
import { HostObject } from '../host-object.ts';
import { type ObjectClass, readOnly } from '../object-class.ts';
import { RangeTarget } from '../range-target.ts';
import { invalidArgument } from '../rich-api-error.ts';
import { absolute } from './absolute-address.ts';
import { ensureUnprotected } from './protection.ts';

/** Members of a rule, Office.js's names of types, and a file's kinds. */
const KINDS: readonly (readonly [member: string, type: string, kind: ValidationKind])[] = [
  ['wholeNumber', 'WholeNumber', 'whole'],
  ['decimal', 'Decimal', 'decimal'],
  ['list', 'List', 'list'],
  ['date', 'Date', 'date'],
  ['time', 'Time', 'time'],
  ['textLength', 'TextLength', 'textLength'],
  ['custom', 'Custom', 'custom'],
];

const OPERATORS: readonly (readonly [office: string, file: ValidationOperator])[] = [
  ['Between', 'between'],
  ['NotBetween', 'notBetween'],
  ['EqualTo', 'equal'],
  ['NotEqualTo', 'notEqual'],
  ['GreaterThan', 'greaterThan'],
  ['LessThan', 'lessThan'],
  ['GreaterThanOrEqualTo', 'greaterThanOrEqual'],
  ['LessThanOrEqualTo', 'lessThanOrEqual'],
];

const STYLES = [
  ['Stop', 'stop'],
  ['Warning', 'warning'],
  ['Information', 'information'],
] as const;

/** The one validation of all cells of a range; null where they differ, undefined where they have none. */
function validationOf({ sheet, area }: RangeTarget): DataValidation | null | undefined {
  for (const validation of sheet.validations) {
    if (validation.areas.some((covered) => encloses(covered, area))) return validation;
    if (validation.areas.some((covered) => intersection(covered, area) !== undefined)) return null;
  }
  return undefined;
}

const withoutArea = (validations: readonly DataValidation[], area: Area): DataValidation[] =>
  validations
    .map((validation) => ({
      ...validation,
      areas: validation.areas.flatMap((covered) => difference(covered, area)),
    }))
    .filter(({ areas }) => areas.length > 0);

function change(range: RangeTarget, update: Omit<Partial<DataValidation>, 'areas'>): void {
  const { sheet, area } = range;
  ensureUnprotected(sheet);
  const base = validationOf(range) ?? {
    kind: 'none',
    ignoreBlank: true,
    showsError: true,
    showsPrompt: true,
  };
  const wanted: DataValidation = { ...base, ...update, areas: [area] };
  const others = withoutArea(sheet.validations, area);
  // Ranges that are told the same share one entry, as in Excel's files.
  const same = others.findIndex((other) => withoutAreas(other) === withoutAreas(wanted));
  const twin = others[same];
  if (twin === undefined) others.push(wanted);
  else others[same] = { ...twin, areas: [...twin.areas, area] };
  sheet.setValidations(others);
}

const withoutAreas = (validation: DataValidation): string =>
  JSON.stringify(Object.entries({ ...validation, areas: undefined }).sort(([a], [b]) => (a < b ? -1 : 1)));

/** A formula of a rule: text with or without `=`, a number, or a Range. */
function formulaOf(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (value instanceof HostObject && value.target instanceof RangeTarget)
    return absolute(value.target.sheet, value.target.area);
  return textOf(value).replace(/^=/, '');
}

function ruleOf(value: unknown): Omit<Partial<DataValidation>, 'areas'> {
  const rule = recordOf(value);
  const found = KINDS.filter(([member]) => rule[member] !== undefined && rule[member] !== null);
  const [known] = found;
  if (known === undefined || found.length > 1) throw invalidArgument();
  const [member, , kind] = known;
  const parts = recordOf(rule[member]);
  if (kind === 'custom') return { kind, formula1: formulaOf(parts['formula']) };
  if (kind === 'list') {
    const source = parts['source'];
    const isReference = typeof source !== 'string' || source.startsWith('=');
    const formula1 = isReference ? formulaOf(source) : `"${source.replace(/"/g, '""')}"`;
    // A list in the rule itself has room for 255 characters.
    if (!isReference && source.length > 255) throw invalidArgument();
    return { kind, formula1, showsDropDown: parts['inCellDropDown'] !== false };
  }
  const office = wordOf(
    parts['operator'],
    OPERATORS.map(([name]) => name),
  );
  const operator = OPERATORS.find(([name]) => name === office)?.[1] ?? 'between';
  const both = operator === 'between' || operator === 'notBetween';
  return {
    kind,
    operator,
    formula1: formulaOf(parts['formula1']),
    ...(both ? { formula2: formulaOf(parts['formula2']) } : {}),
  };
}

const NUMBER = /^-?\d+(?:\.\d+)?$/;
const operand = (formula: string | undefined): string | number | undefined => {
  if (formula === undefined) return undefined;
  return NUMBER.test(formula) ? Number(formula) : `=${formula}`;
};

function officeRule(validation: DataValidation): object {
  const member = KINDS.find(([, , kind]) => kind === validation.kind)?.[0];
  if (member === undefined) return {};
  const { formula1 = '', formula2 } = validation;
  if (validation.kind === 'custom') return { custom: { formula: `=${formula1}` } };
  if (validation.kind === 'list') {
    const literal = /^"(.*)"$/s.exec(formula1)?.[1];
    const source = literal === undefined ? `=${formula1}` : literal.replace(/""/g, '"');
    return { list: { inCellDropDown: validation.showsDropDown !== false, source } };
  }
  const operator = OPERATORS.find(([, file]) => file === (validation.operator ?? 'between'))?.[0];
  return { [member]: { formula1: operand(formula1), formula2: operand(formula2), operator } };
}

function typeOf(range: RangeTarget): string {
  const validation = validationOf(range);
  if (validation === undefined) return 'None';
  if (validation === null) return 'Inconsistent';
  return KINDS.find(([, , kind]) => kind === validation.kind)?.[1] ?? 'None';
}

function clear(range: RangeTarget): void {
  ensureUnprotected(range.sheet);
  const { sheet }: { sheet: Sheet } = range;
  sheet.setValidations(withoutArea(sheet.validations, range.area));
}

export const dataValidation: ObjectClass<RangeTarget> = {
  scalars: {
    type: readOnly(typeOf),
    ignoreBlanks: {
      get: (range) => validationOf(range)?.ignoreBlank ?? true,
      set: (range, value) => change(range, { ignoreBlank: flagOf(value) }),
    },
    rule: {
      get: (range) => {
        const validation = validationOf(range);
        return validation === undefined || validation === null ? {} : officeRule(validation);
      },
      set: (range, value) => change(range, ruleOf(value)),
    },
    prompt: {
      get: (range) => {
        const validation = validationOf(range);
        return {
          showPrompt: validation?.showsPrompt ?? true,
          title: validation?.promptTitle ?? '',
          message: validation?.promptMessage ?? '',
        };
      },
      set: (range, value) => {
        const { showPrompt, title, message } = recordOf(value);
        change(range, {
          showsPrompt: showPrompt !== false,
          promptTitle: limited(title ?? '', 32),
          promptMessage: limited(message ?? '', 255),
        });
      },
    },
    errorAlert: {
      get: (range) => {
        const validation = validationOf(range);
        const style = validation?.errorStyle ?? 'stop';
        return {
          showAlert: validation?.showsError ?? true,
          style: STYLES.find(([, file]) => file === style)?.[0],
          title: validation?.errorTitle ?? '',
          message: validation?.errorMessage ?? '',
        };
      },
      set: (range, value) => {
        const { showAlert, style, title, message } = recordOf(value);
        const office = wordOf(
          style ?? 'Stop',
          STYLES.map(([name]) => name),
        );
        change(range, {
          showsError: showAlert !== false,
          errorStyle: STYLES.find(([name]) => name === office)?.[1] ?? 'stop',
          errorTitle: limited(title ?? '', 32),
          errorMessage: limited(message ?? '', 255),
        });
      },
    },
  },
  methods: { clear },
};

/** Excel refuses longer texts. */
function limited(value: unknown, most: number): string {
  const text = textOf(value);
  if (text.length > most) throw invalidArgument();
  return text;
}
