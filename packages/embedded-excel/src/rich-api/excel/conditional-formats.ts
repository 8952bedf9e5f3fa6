/** ConditionalFormatCollection and what hangs on it: formats that depend on values. Custom, cell value and text rules. */
import { intersection } from '../../model/area.ts';
import type { ConditionalFormat } from '../../model/conditional-format.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { DifferentialFormat } from '../../model/styles.ts';
import { type Arguments, flagOf, recordOf, textOf, wholeOf, wordOf } from '../arguments.ts';
import type { Host } from '../host.ts';
import { HostObject } from '../host-object.ts';
import { type Method, type ObjectClass, orNullObject, readOnly, type Scalar } from '../object-class.ts';
import type { RangeTarget } from '../range-target.ts';
import { itemNotFound } from '../rich-api-error.ts';
import type { Targets } from '../targets.ts';
import { rangeAt } from './addresses.ts';
import { fileColor, htmlColor } from './colors.ts';
import { ensureUnprotected } from './protection.ts';

type Target = Targets['ConditionalFormat'];

const TYPES: Readonly<Record<string, string>> = {
  Custom: 'expression',
  CellValue: 'cellIs',
  ContainsText: 'containsText',
};

const OPERATORS: readonly (readonly [office: string, file: string])[] = [
  ['Between', 'between'],
  ['NotBetween', 'notBetween'],
  ['EqualTo', 'equal'],
  ['NotEqualTo', 'notEqual'],
  ['GreaterThan', 'greaterThan'],
  ['LessThan', 'lessThan'],
  ['GreaterThanOrEqual', 'greaterThanOrEqual'],
  ['LessThanOrEqual', 'lessThanOrEqual'],
];

const TEXT_OPERATORS: readonly (readonly [office: string, kind: string, operator: string])[] = [
  ['Contains', 'containsText', 'containsText'],
  ['NotContains', 'notContainsText', 'notContains'],
  ['BeginsWith', 'beginsWith', 'beginsWith'],
  ['EndsWith', 'endsWith', 'endsWith'],
];

function formatOf({ sheet, id }: Target): ConditionalFormat {
  const format = sheet.conditionalFormats.find((candidate) => candidate.id === id);
  if (format === undefined) throw itemNotFound();
  return format;
}

function change(self: Target, update: Partial<ConditionalFormat>): void {
  ensureUnprotected(self.sheet);
  const format = formatOf(self);
  // What is written anew no longer stands in the file's own words.
  const { kept: _kept, ...rest } = format;
  self.sheet.setConditionalFormats(
    self.sheet.conditionalFormats.map((other) => (other === format ? { ...rest, ...update } : other)),
  );
}

const within = ({ sheet, area }: RangeTarget): ConditionalFormat[] =>
  sheet.conditionalFormats
    .filter(({ areas }) => areas.some((covered) => intersection(covered, area) !== undefined))
    .sort((a, b) => a.priority - b.priority);

const formatObject = (sheet: Sheet, { id }: ConditionalFormat): HostObject<'ConditionalFormat'> =>
  new HostObject('ConditionalFormat', { sheet, id });

/** The newest rule comes first. */
function add({ sheet, area }: RangeTarget, args: Arguments, host: Host): HostObject<'ConditionalFormat'> {
  ensureUnprotected(sheet);
  const type = args.text(0);
  const kind = Object.entries(TYPES).find(([name]) => name.toLowerCase() === type.toLowerCase())?.[1];
  if (kind === undefined) throw host.unsupported(`ConditionalFormatCollection.add(${type})`);
  const format: ConditionalFormat = { id: freeId(sheet), areas: [area], kind, priority: 1, formulas: [] };
  const others = sheet.conditionalFormats.map((other) => ({ ...other, priority: other.priority + 1 }));
  sheet.setConditionalFormats([format, ...others]);
  return formatObject(sheet, format);
}

function freeId({ conditionalFormats }: Sheet): string {
  for (let number = conditionalFormats.length; ; number++) {
    const id = `{00000000-000D-0000-0000-${String(number).padStart(12, '0')}}`;
    if (!conditionalFormats.some((format) => format.id === id)) return id;
  }
}

const getItem: Method<RangeTarget> = (range, args) => {
  const found = within(range).find(({ id }) => id === args.text(0));
  if (found === undefined) throw itemNotFound();
  return formatObject(range.sheet, found);
};

export const conditionalFormatCollection: ObjectClass<RangeTarget> = {
  scalars: {},
  items: (range) => within(range).map((format) => formatObject(range.sheet, format)),
  methods: {
    add,
    clearAll: (range) => {
      ensureUnprotected(range.sheet);
      const gone = new Set(within(range));
      range.sheet.setConditionalFormats(range.sheet.conditionalFormats.filter((format) => !gone.has(format)));
    },
    getItem,
    getItemOrNullObject: orNullObject(getItem),
  },
};

/** A rule's part, where the rule is of that kind. */
const partOf =
  (
    className: 'CellValueConditionalFormat' | 'CustomConditionalFormat' | 'TextConditionalFormat',
    isKind: (kind: string) => boolean,
    otherwise: () => null,
  ) =>
  (self: Target): HostObject | null =>
    isKind(formatOf(self).kind) ? new HostObject(className, self) : otherwise();

const noSuchPart = (): null => {
  throw itemNotFound();
};
const nullPart = (): null => null;
const isCellValue = (kind: string): boolean => kind === 'cellIs';
const isCustom = (kind: string): boolean => kind === 'expression';
const isText = (kind: string): boolean => TEXT_OPERATORS.some(([, textKind]) => textKind === kind);

export const conditionalFormat: ObjectClass<Target> = {
  id: ({ id }) => id,
  ensureAlive: formatOf,
  scalars: {
    id: readOnly(({ id }) => id),
    priority: {
      get: (self) => formatOf(self).priority - 1,
      set: (self, value) => change(self, { priority: wholeOf(value) + 1 }),
    },
    stopIfTrue: {
      get: (self) => formatOf(self).stopIfTrue ?? false,
      set: (self, value) => change(self, { stopIfTrue: flagOf(value) }),
    },
    type: readOnly((self) => {
      const { kind } = formatOf(self);
      if (isText(kind)) return 'ContainsText';
      return Object.entries(TYPES).find(([, file]) => file === kind)?.[0] ?? kind;
    }),
  },
  navigation: {
    cellValue: partOf('CellValueConditionalFormat', isCellValue, noSuchPart),
    cellValueOrNullObject: partOf('CellValueConditionalFormat', isCellValue, nullPart),
    custom: partOf('CustomConditionalFormat', isCustom, noSuchPart),
    customOrNullObject: partOf('CustomConditionalFormat', isCustom, nullPart),
    textComparison: partOf('TextConditionalFormat', isText, noSuchPart),
    textComparisonOrNullObject: partOf('TextConditionalFormat', isText, nullPart),
  },
  methods: {
    delete: (self) => {
      ensureUnprotected(self.sheet);
      const gone = formatOf(self);
      self.sheet.setConditionalFormats(self.sheet.conditionalFormats.filter((format) => format !== gone));
    },
    getRange: (self) => {
      const [area] = formatOf(self).areas;
      if (area === undefined) throw itemNotFound();
      return rangeAt(self.sheet, area);
    },
  },
};

const format = (self: Target): HostObject => new HostObject('ConditionalRangeFormat', self);
const withoutEquals = (value: unknown): string => textOf(value).replace(/^=/, '');

export const cellValueConditionalFormat: ObjectClass<Target> = {
  scalars: {
    rule: {
      get: (self) => {
        const { formulas, operator } = formatOf(self);
        const [formula1, formula2] = formulas.map((formula) => `=${formula}`);
        return { formula1, formula2, operator: OPERATORS.find(([, file]) => file === operator)?.[0] };
      },
      set: (self, value) => {
        const { formula1, formula2, operator } = recordOf(value);
        const office = wordOf(
          operator,
          OPERATORS.map(([name]) => name),
        );
        const formulas = [formula1, formula2]
          .filter((formula) => formula !== undefined && formula !== null && formula !== '')
          .map(withoutEquals);
        change(self, { formulas, operator: OPERATORS.find(([name]) => name === office)?.[1] ?? 'equal' });
      },
    },
  },
  navigation: { format },
};

export const customConditionalFormat: ObjectClass<Target> = {
  scalars: {},
  navigation: { format, rule: (self) => new HostObject('ConditionalFormatRule', self) },
};

const ruleFormula: Scalar<Target> = {
  get: (self) => `=${formatOf(self).formulas[0] ?? ''}`,
  set: (self, value) => change(self, { formulas: [withoutEquals(value)] }),
};

export const conditionalFormatRule: ObjectClass<Target> = {
  scalars: { formula: ruleFormula, formulaLocal: ruleFormula },
};

export const textConditionalFormat: ObjectClass<Target> = {
  scalars: {
    rule: {
      get: (self) => {
        const { kind, text } = formatOf(self);
        return { operator: TEXT_OPERATORS.find(([, file]) => file === kind)?.[0], text };
      },
      set: (self, value) => {
        const { operator, text } = recordOf(value);
        const office = wordOf(
          operator,
          TEXT_OPERATORS.map(([name]) => name),
        );
        const [, kind = '', file = ''] = TEXT_OPERATORS.find(([name]) => name === office) ?? [];
        change(self, { kind, operator: file, text: textOf(text), formulas: [] });
      },
    },
  },
  navigation: { format },
};

export const conditionalRangeFormat: ObjectClass<Target> = {
  scalars: {
    numberFormat: {
      get: (self, host) => look(self, host).numberFormat ?? '',
      set: (self, value, host) => restyle(self, host, { numberFormat: textOf(value) }),
    },
  },
  navigation: {
    fill: (self) => new HostObject('ConditionalRangeFill', self),
    font: (self) => new HostObject('ConditionalRangeFont', self),
  },
};

const look = (self: Target, { book }: Host): DifferentialFormat =>
  book.styles.differential.entries[formatOf(self).format ?? -1] ?? {};

function restyle(self: Target, host: Host, update: DifferentialFormat): void {
  change(self, { format: host.book.styles.differential.indexOf({ ...look(self, host), ...update }) });
}

export const conditionalRangeFill: ObjectClass<Target> = {
  scalars: {
    color: {
      // A fill of a conditional format keeps its colour as the background.
      get: (self, host) => {
        const fill = look(self, host).fill;
        return htmlColor(fill?.background ?? fill?.foreground, host.book, '').replace(/^#$/, '');
      },
      set: (self, value, host) => {
        const background = fileColor(value);
        restyle(self, host, {
          fill: { pattern: 'solid', ...(background === undefined ? {} : { background }) },
        });
      },
    },
  },
  methods: { clear: (self, _args, host) => restyle(self, host, { fill: { pattern: 'none' } }) },
};

const fontFlag = (name: 'bold' | 'italic' | 'strike'): Scalar<Target> => ({
  get: (self, host) => look(self, host).font?.[name] ?? false,
  set: (self, value, host) =>
    restyle(self, host, { font: { ...look(self, host).font, [name]: flagOf(value) } }),
});

export const conditionalRangeFont: ObjectClass<Target> = {
  scalars: {
    bold: fontFlag('bold'),
    italic: fontFlag('italic'),
    strikethrough: fontFlag('strike'),
    color: {
      get: (self, host) => htmlColor(look(self, host).font?.color, host.book, '').replace(/^#$/, ''),
      set: (self, value, host) =>
        restyle(self, host, {
          font: { ...look(self, host).font, color: fileColor(value) ?? { auto: true } },
        }),
    },
  },
};
