/**
 * The ways in which real Excels are less kind than the embedded one is by itself. Each is documented by Microsoft or in the
 * threads of its repositories, and each can be asked for by name, so that an add-in is tried in an Excel that does it. What a
 * mode does is where it acts: in the rich API, in the calculation, in a transport.
 */

export interface HostModeDeclaration {
  readonly name: string;
  /** How such an Excel differs. */
  readonly what: string;
  /** Where that is written: a page of Microsoft's documentation, or threads by repository and number. */
  readonly source: string;
  /** Requirement sets by which such an Excel is known, where they are other than the embedded one's. */
  readonly requirementSets?: Readonly<Record<string, string>>;
}

export const HOST_MODES = [
  {
    name: 'undo-groups-refuse-desktop',
    what: 'Excel on Windows or Mac with ExcelApi 1.20: a call without undo inside a group to undo ends in UndoNotSupported, deleting, naming, moving and hiding sheets among them.',
    source: 'Microsoft Learn, excel-add-ins-undo-capabilities; office-js#6711, #6491, #6001',
    requirementSets: { ExcelApi: '1.20' },
  },
  {
    name: 'undo-groups-refuse-web',
    what: 'Excel on the web with ExcelApi 1.20: the same, where naming and hiding sheets have undo and deleting them has none.',
    source: 'Microsoft Learn, excel-add-ins-undo-capabilities; office-js#6711',
    requirementSets: { ExcelApi: '1.20' },
  },
  {
    name: 'empty-cells-as-zero',
    what: 'An empty cell reaches an argument of type any as 0.',
    source: 'office-js#4702, #5262, #1951',
  },
  {
    name: 'formulas-fill-columns',
    what: 'A formula written into a cell of a table column fills the cells of the column that hold no other formula.',
    source: 'office-js#2093 (by design), #5909, #6745, #1916',
  },
  {
    name: 'stale-custom-functions',
    what: 'A cell whose custom function has not answered shows 0, or its old value, and not #BUSY!.',
    source: 'office-js#6577, #4152, #6930',
  },
  {
    name: 'function-calls-5mb',
    what: 'Calls of custom functions that travel together are lost where they take more than 5 MB.',
    source: 'office-js#4654, #6841; Excel-Custom-Functions#233',
  },
  {
    name: 'no-freeze-on-hidden-sheets',
    what: 'Freezing panes on a sheet that is hidden ends in an error.',
    source: 'office-js#1463, #2196, #3148',
  },
  {
    name: 'no-whole-columns',
    what: 'Whole columns and rows as an argument of a custom function give #CALC!.',
    source: 'office-js#4613',
  },
  {
    name: 'foreign-host-frame',
    what: 'office.js does not know the host and asks a page of Microsoft’s delivery network, in a frame, whether to trust it.',
    source: 'the source of office.js',
  },
  {
    name: 'no-value-formats',
    what: 'A number with a number format (Double) needs ExcelApi 1.19; before, the format is lost.',
    source: 'the typings of office.js (DoubleCellValue, ExcelApi 1.19)',
  },
  {
    name: 'manual-calculation',
    what: 'Calculation is manual: formulas keep their values until calculation is asked for.',
    source: 'Microsoft Learn, Excel.CalculationMode',
  },
  {
    name: 'whole-rows-null',
    what: 'Ranges of whole rows or columns answer null for their cells.',
    source: 'Microsoft Learn, Excel.Range.values; office-js#6781',
  },
  {
    name: 'reads-that-clear-undo',
    what: 'Reading where cells are merged clears what a person could undo, as any call without undo does.',
    source: 'office-js#5918 (in the backlog)',
  },
  {
    name: 'apostrophes-lost',
    what: 'Text that is written through formulas loses the apostrophe that marked it as text.',
    source: 'office-js#6687',
  },
] as const satisfies readonly HostModeDeclaration[];

export type HostMode = (typeof HOST_MODES)[number]['name'];

/** @throws Error there is no mode of that name */
export function hostModes(names: Iterable<string>): ReadonlySet<HostMode> {
  const known = new Map<string, HostMode>(HOST_MODES.map(({ name }) => [name, name]));
  const modes = new Set<HostMode>();
  for (const name of names) {
    const mode = known.get(name);
    if (mode === undefined)
      throw new Error(`There is no host mode "${name}"; there are ${[...known.keys()].join(', ')}.`);
    modes.add(mode);
  }
  return modes;
}

/** What an Excel with these modes claims of requirement sets otherwise than the embedded one by itself. */
export const requirementSetsOf = (modes: ReadonlySet<HostMode>): Readonly<Record<string, string>> =>
  Object.assign(
    {},
    ...HOST_MODES.filter(({ name }) => modes.has(name)).map(
      ({ requirementSets }: HostModeDeclaration) => requirementSets ?? {},
    ),
  ) as Readonly<Record<string, string>>;
