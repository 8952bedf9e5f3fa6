/**
 * For every member of Excel's object model that the add-in uses, what Microsoft's documentation says of it, as a case
 * for any transport: code for a new sheet, and what it gives. The coverage test of the object model finds members without a case.
 */

export interface MemberCase {
  /** A sentence about Excel. */
  readonly says: string;
  /** The members that the case shows, as `Range.values`. */
  readonly members: string;
  /** Runs in `Excel.run` with `context` and a new `sheet`; `code(attempt)` gives the code of an error. */
  readonly body: string;
  readonly gives: unknown;
}

const GRANTS = `sheet.getRange('A1:B3').values = [['Grant ID', 'Shares'], ['G1', 10], ['G2', 20]];`;
const TABLE = `${GRANTS} const table = sheet.tables.add('A1:B3', true);`;
const CHART = `${GRANTS} const chart = sheet.charts.add('ColumnClustered', sheet.getRange('A1:B3'), 'Columns');`;

const RANGES: readonly MemberCase[] = [
  {
    says: 'a range takes a block of the same shape, null leaves a cell, an empty text empties it, one value fills all',
    members: 'Range.values Worksheet.getRange',
    body: `const range = sheet.getRange('A1:B2'); range.values = [[1, 'a'], [true, '']]; range.values = [[null, 'b'], [null, null]]; range.load('values');
      const all = sheet.getRange('D1:E2'); all.values = 7; all.load('values'); await context.sync(); return [range.values, all.values];`,
    gives: [
      [
        [1, 'b'],
        [true, ''],
      ],
      [
        [7, 7],
        [7, 7],
      ],
    ],
  },
  {
    says: 'a range refuses a block of another shape',
    members: 'Range.values Range.formulas Range.numberFormat',
    body: `const range = sheet.getRange('A1:B2'); return [
      await code(() => { range.values = [[1, 2]]; }), await code(() => { range.formulas = [['=1']]; }), await code(() => { range.numberFormat = [['0', '0'], ['0']]; }), await code(() => { range.values = [[{}, 1], [1, 1]]; })];`,
    gives: ['InvalidArgument', 'InvalidArgument', 'InvalidArgument', 'InvalidArgument'],
  },
  {
    says: 'a range gives a formula as it is written, and a plain value where there is none; values are what it gives',
    members: 'Range.formulas Range.values',
    body: `const range = sheet.getRange('A1:A3'); range.formulas = [[2], ['=A1*3'], ['=A1/0']]; range.load('formulas,values'); await context.sync(); return [range.formulas, range.values];`,
    gives: [
      [[2], ['=A1*3'], ['=A1/0']],
      [[2], [6], ['#DIV/0!']],
    ],
  },
  {
    says: 'a number format shows in the text and leaves the value; one format is for all cells',
    members: 'Range.numberFormat Range.values',
    body: `const range = sheet.getRange('A1:B1'); range.values = [[0.5, 1234.5]]; range.numberFormat = '0.00%'; range.load('numberFormat,text,values'); await context.sync(); return [range.numberFormat, range.text, range.values];`,
    gives: [[['0.00%', '0.00%']], [['50.00%', '123450.00%']], [[0.5, 1234.5]]],
  },
  {
    says: 'a range counts from zero where it is and says how large it is',
    members: 'Range.rowIndex Range.columnIndex Range.rowCount Range.columnCount',
    body: `const range = sheet.getRange('C5:E6').load('rowIndex,columnIndex,rowCount,columnCount'); await context.sync(); return [range.rowIndex, range.columnIndex, range.rowCount, range.columnCount];`,
    gives: [4, 2, 2, 3],
  },
  {
    says: 'a range empties contents, formats or both',
    members: 'Range.clear',
    body: `const cells = sheet.getRange('A1:A3'); cells.values = [[1], [2], [3]]; cells.format.font.bold = true;
      sheet.getRange('A1').clear('Contents'); sheet.getRange('A2').clear('Formats'); sheet.getRange('A3').clear(); cells.load('values');
      const bold = ['A1', 'A2', 'A3'].map((address) => sheet.getRange(address).format.font.load('bold')); await context.sync(); return [cells.values, bold.map((font) => font.bold)];`,
    gives: [
      [[''], [2], ['']],
      [true, false, false],
    ],
  },
  {
    says: 'a range copies formats alone where it is told so',
    members: 'Range.copyFrom RangeCopyType.formats',
    body: `const from = sheet.getRange('A1'); from.values = [[1]]; from.numberFormat = [['0.0']]; from.format.fill.color = '#FFFF00';
      const to = sheet.getRange('B1:B2'); to.values = [[5], [6]]; to.copyFrom('A1', Excel.RangeCopyType.formats); to.load('values,numberFormat,format/fill/color'); await context.sync(); return [to.values, to.numberFormat, to.format.fill.color];`,
    gives: [[[5], [6]], [['0.0'], ['0.0']], '#FFFF00'],
  },
  {
    says: 'a range leads to its rows and to its sheet',
    members: 'Range.getEntireRow Range.worksheet Worksheet.name',
    body: `const row = sheet.getRange('B3:C4').getEntireRow().load('address,columnCount'); const owner = sheet.getRange('A1').worksheet.load('name'); sheet.load('name'); await context.sync(); return [row.address.split('!')[1], row.columnCount, owner.name === sheet.name];`,
    gives: ['3:4', 16384, true],
  },
  {
    says: 'a range finds its part in use, formats included or not, and a null object where nothing is',
    members:
      'Range.getUsedRangeOrNullObject Worksheet.getUsedRangeOrNullObject OfficeExtension.ClientObject.isNullObject',
    body: `const empty = sheet.getUsedRangeOrNullObject(); await context.sync(); sheet.getRange('B2').values = [[1]]; sheet.getRange('D9').format.fill.color = 'red'; await context.sync();
      const values = sheet.getUsedRangeOrNullObject(true).load('address'); const all = sheet.getUsedRangeOrNullObject().load('address'); const part = sheet.getRange('A1:C5').getUsedRangeOrNullObject(true).load('address'); const none = sheet.getRange('F1:G2').getUsedRangeOrNullObject(true); none.load('address');
      await context.sync(); return [empty.isNullObject, values.address.split('!')[1], all.address.split('!')[1], part.address.split('!')[1], none.isNullObject];`,
    gives: [true, 'B2', 'B2:D9', 'B2', true],
  },
  {
    says: 'a range counts the rows and columns of a cell from its own corner, a sheet from its first, both from zero',
    members: 'Range.getCell Worksheet.getRangeByIndexes',
    body: `const cell = sheet.getRange('B2:C3').getCell(1, 1).load('address'); const range = sheet.getRangeByIndexes(2, 1, 3, 2).load('address'); await context.sync(); return [cell.address.split('!')[1], range.address.split('!')[1]];`,
    gives: ['C3', 'B3:C5'],
  },
  {
    says: 'a range finds the merged cells that it touches, or a null object',
    members: 'Range.getMergedAreasOrNullObject RangeAreas.address',
    body: `sheet.getRange('B2:C2').merge(); sheet.getRange('E2:E3').merge(); const all = sheet.getRange('A1:F2').getMergedAreasOrNullObject().load('address'); const none = sheet.getRange('A1:F1').getMergedAreasOrNullObject().load('address'); await context.sync(); return [all.address.split(',').map((one) => one.split('!')[1]), none.isNullObject];`,
    gives: [['B2:C2', 'E2:E3'], true],
  },
  {
    says: 'a range is selected on the sheet that shows; its first cell is the active one',
    members: 'Range.select Workbook.getActiveCell Worksheet.activate',
    body: `sheet.activate(); sheet.getRange('C3:D4').select(); const cell = context.workbook.getActiveCell().load('address'); const selected = context.workbook.getSelectedRange().load('address'); await context.sync(); return [cell.address.split('!')[1], selected.address.split('!')[1]];`,
    gives: ['C3', 'C3:D4'],
  },
  {
    says: 'a range is used in a later sync and let go',
    members: 'Range.untrack',
    body: `const range = sheet.getRange('A1'); context.trackedObjects.add(range); range.values = [[3]]; await context.sync(); range.load('values'); await context.sync(); const kept = range.values; range.untrack(); await context.sync(); return kept;`,
    gives: [[3]],
  },
  {
    says: 'a range shows fills and fonts, null where its cells differ',
    members: 'Range.format RangeFormat.fill RangeFormat.font RangeFill.color RangeFont.bold RangeFont.color',
    body: `sheet.getRange('A1').format.fill.color = '#1F4E78'; sheet.getRange('A1').format.font.color = 'white'; sheet.getRange('A1').format.font.bold = true;
      const one = sheet.getRange('A1').load('format/fill/color,format/font/color,format/font/bold'); const two = sheet.getRange('A1:A2').load('format/font/bold,format/font/color'); const plain = sheet.getRange('B9').load('format/fill/color,format/font/color'); await context.sync();
      return [one.format.fill.color, one.format.font.color, one.format.font.bold, two.format.font.bold, two.format.font.color, plain.format.fill.color, plain.format.font.color];`,
    gives: ['#1F4E78', '#FFFFFF', true, null, null, '#FFFFFF', '#000000'],
  },
  {
    says: 'a range measures columns and rows in points, null where they differ',
    members: 'RangeFormat.columnWidth RangeFormat.rowHeight',
    body: `sheet.getRange('A:B').format.columnWidth = 90; sheet.getRange('1:1').format.rowHeight = 30; const same = sheet.getRange('A1:B1').load('format/columnWidth,format/rowHeight'); const mixed = sheet.getRange('B1:C2').load('format/columnWidth,format/rowHeight'); await context.sync();
      return [same.format.columnWidth, same.format.rowHeight, mixed.format.columnWidth, mixed.format.rowHeight];`,
    gives: [90, 30, null, null],
  },
  {
    says: 'a range aligns, indents and wraps, in the words of the enumerations',
    members:
      'RangeFormat.horizontalAlignment RangeFormat.verticalAlignment RangeFormat.wrapText RangeFormat.indentLevel',
    body: `const { format } = sheet.getRange('A1'); format.horizontalAlignment = 'Left'; format.verticalAlignment = Excel.VerticalAlignment.top; format.wrapText = true; format.indentLevel = 2; format.load('horizontalAlignment,verticalAlignment,wrapText,indentLevel');
      const other = sheet.getRange('B2').format.load('horizontalAlignment,verticalAlignment,wrapText,indentLevel'); await context.sync(); const of = (f) => [f.horizontalAlignment, f.verticalAlignment, f.wrapText, f.indentLevel];
      return [of(format), of(other), await code(() => { sheet.getRange('A1').format.horizontalAlignment = 'Sideways'; })];`,
    gives: [['Left', 'Top', true, 2], ['General', 'Bottom', false, 0], 'InvalidArgument'],
  },
  {
    says: 'a range holds one rule for typing, with its alert',
    members: 'Range.dataValidation DataValidation.rule DataValidation.errorAlert DataValidation.ignoreBlanks',
    body: `const { dataValidation } = sheet.getRange('A1:A3'); dataValidation.rule = { list: { inCellDropDown: true, source: 'Yes,No' } }; dataValidation.ignoreBlanks = false; dataValidation.errorAlert = { message: 'Yes or No', showAlert: true, style: 'Stop', title: 'Election' };
      dataValidation.load('rule,errorAlert,ignoreBlanks,type'); const none = sheet.getRange('B1').dataValidation.load('type,rule'); const mixed = sheet.getRange('A3:A4').dataValidation.load('type'); await context.sync();
      return [dataValidation.rule, dataValidation.errorAlert, dataValidation.ignoreBlanks, dataValidation.type, none.type, mixed.type, await code(() => { sheet.getRange('B1').dataValidation.rule = { list: { inCellDropDown: true, source: 'x'.repeat(256) } }; })];`,
    gives: [
      { list: { inCellDropDown: true, source: 'Yes,No' } },
      { message: 'Yes or No', showAlert: true, style: 'Stop', title: 'Election' },
      false,
      'List',
      'None',
      'Inconsistent',
      'InvalidArgument',
    ],
  },
];

const TABLES: readonly MemberCase[] = [
  {
    says: 'a table is made of cells with a header, and leads to its parts and its sheet',
    members:
      'TableCollection.add Table.getRange Table.getHeaderRowRange Table.worksheet Worksheet.tables Table.name',
    body: `${TABLE} table.name = 'Made'; table.load('name'); const all = table.getRange().load('address'); const header = table.getHeaderRowRange().load('values'); const owner = table.worksheet.load('name'); sheet.load('name'); await context.sync();
      return [table.name, all.address.split('!')[1], header.values, owner.name === sheet.name];`,
    gives: ['Made', 'A1:B3', [['Grant ID', 'Shares']], true],
  },
  {
    says: 'a table is found by name; a missing one is ItemNotFound; two cannot overlap or share a name',
    members: 'TableCollection.getItem TableCollection.items Workbook.tables Table.name',
    body: `${TABLE} table.name = 'Found'; const found = context.workbook.tables.getItem('found').load('name'); const all = context.workbook.tables.load('items/name'); await context.sync();
      return [found.name, all.items.map(({ name }) => name).includes('Found'), await code(() => context.workbook.tables.getItem('Nowhere').load('name')), await code(() => sheet.tables.add('B2:C4', true)), await code(() => { sheet.tables.add('F1:F2', true).name = 'Found'; })];`,
    gives: ['Found', true, 'ItemNotFound', 'InvalidArgument', 'ItemAlreadyExists'],
  },
  {
    says: 'a table gives its rows without header and totals',
    members: 'Table.getDataBodyRange',
    body: `${TABLE} table.showTotals = true; const body = table.getDataBodyRange().load('address'); await context.sync(); return body.address.split('!')[1];`,
    gives: 'A2:B3',
  },
  {
    says: 'a table has a totals row only while it shows one',
    members: 'Table.showTotals Table.getTotalRowRange Table.showHeaders',
    body: `${TABLE} const missing = await code(() => table.getTotalRowRange().load('address')); table.showTotals = true; const totals = table.getTotalRowRange().load('address'); table.load('showTotals,showHeaders'); await context.sync(); return [missing, totals.address.split('!')[1], table.showTotals, table.showHeaders];`,
    gives: ['ItemNotFound', 'A4:B4', true, true],
  },
  {
    says: 'a table keeps its header when it is resized, and refuses another one',
    members: 'Table.resize',
    body: `${TABLE} table.resize('A1:B6'); const body = table.getDataBodyRange().load('address'); await context.sync(); return [body.address.split('!')[1], await code(() => table.resize('A2:B6'))];`,
    gives: ['A2:B6', 'InvalidArgument'],
  },
  {
    says: 'a table takes rows at its end or at a place, and refuses a wrong width',
    members: 'Table.rows TableRowCollection.add',
    body: `${TABLE} table.rows.add(null, [['G3', 30]]); table.rows.add(0, [['G0', 5]]); const body = table.getDataBodyRange().load('values'); await context.sync(); return [body.values, await code(() => table.rows.add(null, [['only one']]))];`,
    gives: [
      [
        ['G0', 5],
        ['G1', 10],
        ['G2', 20],
        ['G3', 30],
      ],
      'InvalidArgument',
    ],
  },
  {
    says: 'a table has a style by its name and bands that one may switch off',
    members: 'Table.style Table.showBandedRows',
    body: `${TABLE} table.style = 'TableStyleLight9'; table.showBandedRows = false; table.load('style,showBandedRows'); await context.sync(); return [table.style, table.showBandedRows];`,
    gives: ['TableStyleLight9', false],
  },
  {
    says: 'a table is not filtered, and stays so when its filters are cleared',
    members: 'Table.autoFilter AutoFilter.isDataFiltered Table.clearFilters',
    body: `${TABLE} const before = table.autoFilter.load('isDataFiltered,enabled'); await context.sync(); const was = before.isDataFiltered; table.clearFilters(); const after = table.autoFilter.load('isDataFiltered'); await context.sync(); return [was, after.isDataFiltered];`,
    gives: [false, false],
  },
  {
    says: 'a table is found by name in the whole workbook, or is a null object',
    members: 'Workbook.tables TableCollection.getItemOrNullObject Table.name',
    body: `${TABLE} table.name = 'Found'; const { tables } = context.workbook; const found = tables.getItemOrNullObject('FOUND').load('name'); const none = tables.getItemOrNullObject('None').load('name'); const range = none.getRange().load('rowCount'); await context.sync(); return [found.name, none.isNullObject, range.isNullObject];`,
    gives: ['Found', true, true],
  },
  {
    says: 'a table takes a column at its end, with a header',
    members: 'Table.columns TableColumnCollection.add Table.getHeaderRowRange',
    body: `${TABLE} table.columns.add(undefined, undefined, 'Ratio'); const header = table.getHeaderRowRange().load('values,address'); await context.sync(); return [header.values, header.address.split('!')[1]];`,
    gives: [[['Grant ID', 'Shares', 'Ratio']], 'A1:C1'],
  },
];

const CHARTS: readonly MemberCase[] = [
  {
    says: 'a chart is added over a range and found by its name, or is a null object',
    members:
      'Worksheet.charts ChartCollection.add ChartCollection.getItem ChartCollection.getItemOrNullObject Chart.name',
    body: `${CHART} chart.name = 'Shares'; const found = sheet.charts.getItem('Shares').load('name'); const none = sheet.charts.getItemOrNullObject('None'); none.load('name'); await context.sync(); return [found.name, none.isNullObject, await code(() => sheet.charts.getItem('None').load('name'))];`,
    gives: ['Shares', true, 'ItemNotFound'],
  },
  {
    says: 'a chart has a title, a legend and an axis of values with a number format',
    members:
      'Chart.title ChartTitle.text Chart.legend ChartLegend.visible Chart.axes ChartAxes.valueAxis ChartAxis.numberFormat',
    body: `${CHART} chart.title.text = 'Shares by grant'; chart.legend.visible = false; chart.axes.valueAxis.numberFormat = '#,##0'; chart.load('title/text,legend/visible,axes/valueAxis/numberFormat'); await context.sync(); return [chart.title.text, chart.legend.visible, chart.axes.valueAxis.numberFormat];`,
    gives: ['Shares by grant', false, '#,##0'],
  },
  {
    says: 'a chart has series, counted from zero, with fills, lines and labels',
    members:
      'Chart.series ChartSeriesCollection.getItemAt ChartSeries.format ChartSeriesFormat.fill ChartFill.setSolidColor ChartSeries.hasDataLabels',
    body: `${CHART} const series = chart.series.getItemAt(0); series.format.fill.setSolidColor('#1F4E78'); series.format.line.color = '#FF0000'; series.hasDataLabels = true; series.load('name,hasDataLabels,format/line/color'); await context.sync(); return [series.name, series.hasDataLabels, series.format.line.color, await code(() => chart.series.getItemAt(1).load('name'))];`,
    gives: ['Shares', true, '#FF0000', 'InvalidArgument'],
  },
  {
    says: 'a chart is pointed at other cells and covers cells from one corner to another',
    members: 'Chart.setData Chart.setPosition',
    body: `${CHART} sheet.getRange('D1:D3').values = [['New'], [1], [2]]; chart.setData(sheet.getRange('D1:D3'), 'Columns'); chart.setPosition('E2', 'F3'); chart.load('top,left,width,height'); chart.series.load('items/name'); await context.sync(); return [chart.series.items.map(({ name }) => name), chart.top, chart.left, chart.width, chart.height];`,
    gives: [['New'], 15, 192, 96, 30],
  },
];

const BOOK: readonly MemberCase[] = [
  {
    says: 'a workbook calculates by itself or when it is asked to, and says which',
    members: 'Workbook.application Application.calculationMode Application.calculate',
    body: `const { application } = context.workbook; application.calculationMode = 'Manual'; application.load('calculationMode'); const cells = sheet.getRange('A1:B1'); cells.formulas = [[1, '=A1*2']];
      await context.sync(); const mode = application.calculationMode; application.calculate('Full'); cells.load('values'); await context.sync(); application.calculationMode = 'Automatic'; await context.sync(); return [mode, cells.values];`,
    gives: ['Manual', [[1, 2]]],
  },
  {
    says: 'a sheet is added, found by name in any case, or is a null object',
    members:
      'Workbook.worksheets WorksheetCollection.add WorksheetCollection.getItem WorksheetCollection.getItemOrNullObject WorksheetCollection.items Worksheet.name',
    body: `const { worksheets } = context.workbook; const added = worksheets.add('Added'); const found = worksheets.getItem('ADDED').load('name'); const none = worksheets.getItemOrNullObject('None'); worksheets.load('items/name'); await context.sync();
      const last = worksheets.items.at(-1).name; added.delete(); await context.sync(); return [found.name, none.isNullObject, last, await code(() => worksheets.getItem('None').load('name')), await code(() => { sheet.name = 'a:b'; })];`,
    gives: ['Added', true, 'Added', 'ItemNotFound', 'InvalidArgument'],
  },
  {
    says: 'a sheet keeps its id under another name, and is found by it',
    members: 'Worksheet.id Worksheet.name WorksheetCollection.getItemOrNullObject',
    body: `sheet.load('id'); await context.sync(); sheet.name = 'Renamed'; const found = context.workbook.worksheets.getItemOrNullObject(sheet.id).load('name'); await context.sync(); return found.name;`,
    gives: 'Renamed',
  },
  {
    says: 'a sheet is gone once it is deleted',
    members: 'Worksheet.delete',
    body: `const gone = context.workbook.worksheets.add('Gone'); gone.load('name'); await context.sync(); gone.delete(); await context.sync(); const none = context.workbook.worksheets.getItemOrNullObject('Gone'); none.load('name'); await context.sync(); return [none.isNullObject, await code(() => gone.load('name')), await code(() => { gone.name = 'Back'; })];`,
    gives: [true, 'ItemNotFound', 'ItemNotFound'],
  },
  {
    says: 'a sheet is hidden from people, and cannot be activated then',
    members: 'Worksheet.visibility Worksheet.activate',
    body: `sheet.visibility = 'VeryHidden'; sheet.load('visibility'); await context.sync(); const hidden = sheet.visibility; const refused = await code(() => sheet.activate()); sheet.visibility = Excel.SheetVisibility.visible; sheet.load('visibility'); await context.sync(); return [hidden, refused, sheet.visibility];`,
    gives: ['VeryHidden', 'InvalidOperation', 'Visible'],
  },
  {
    says: 'a sheet freezes rows at its top',
    members: 'Worksheet.freezePanes WorksheetFreezePanes.freezeRows',
    body: `sheet.freezePanes.freezeRows(2); const frozen = sheet.freezePanes.getLocationOrNullObject().load('address'); await context.sync(); sheet.freezePanes.unfreeze(); const none = sheet.freezePanes.getLocationOrNullObject(); none.load('address'); await context.sync(); return [frozen.address.split('!')[1], none.isNullObject];`,
    gives: ['1:2', true],
  },
  {
    says: 'a sheet is printed on paper that lies as it is told, fitted to pages or at a scale',
    members: 'Worksheet.pageLayout PageLayout.orientation PageLayout.zoom PageOrientation.landscape',
    body: `const { pageLayout } = sheet; pageLayout.load('orientation,zoom'); await context.sync(); const before = [pageLayout.orientation, pageLayout.zoom.scale];
      pageLayout.orientation = Excel.PageOrientation.landscape; pageLayout.zoom = { horizontalFitToPages: 1 }; pageLayout.load('orientation,zoom'); await context.sync(); const now = [pageLayout.orientation, pageLayout.zoom.horizontalFitToPages];
      return [before, now, await code(() => { sheet.pageLayout.zoom = { scale: 5 }; }), await code(() => { sheet.pageLayout.orientation = 'Across'; })];`,
    gives: [['Portrait', 100], ['Landscape', 1], 'InvalidArgument', 'InvalidArgument'],
  },
  {
    says: 'a sheet repeats whole rows at the top of each page, and no other range',
    members: 'PageLayout.setPrintTitleRows',
    body: `const { pageLayout } = sheet; const none = pageLayout.getPrintTitleRowsOrNullObject(); none.load('address'); pageLayout.setPrintTitleRows('$1:$2'); await context.sync(); pageLayout.setPrintTitleRows(sheet.getRange('3:3')); const rows = pageLayout.getPrintTitleRowsOrNullObject().load('address'); await context.sync();
      return [none.isNullObject, rows.address.split('!')[1], await code(() => sheet.pageLayout.setPrintTitleRows('A1:B2'))];`,
    gives: [true, '3:3', 'InvalidArgument'],
  },
  {
    says: 'a sheet has text at the edges of its pages, in three sections',
    members:
      'PageLayout.headersFooters HeaderFooterGroup.defaultForAllPages HeaderFooter.leftFooter HeaderFooter.centerFooter HeaderFooter.rightFooter',
    body: `const edges = sheet.pageLayout.headersFooters.defaultForAllPages; edges.leftFooter = 'R&&D'; edges.centerFooter = 'Draft'; edges.rightFooter = '&P of &N'; edges.load('leftFooter,centerFooter,rightFooter,leftHeader'); await context.sync();
      return [edges.leftFooter, edges.centerFooter, edges.rightFooter, edges.leftHeader, await code(() => { sheet.pageLayout.headersFooters.defaultForAllPages.leftFooter = 'x'.repeat(300); })];`,
    gives: ['R&&D', 'Draft', '&P of &N', '', 'InvalidArgument'],
  },
  {
    says: 'a sheet says whether it is protected',
    members: 'Worksheet.protection WorksheetProtection.protected',
    body: `const { protection } = sheet; protection.load('protected'); await context.sync(); const before = protection.protected; protection.protect(); protection.load('protected'); await context.sync(); const now = protection.protected; const denied = await code(() => { sheet.getRange('A1').values = [[1]]; }); protection.unprotect(); await context.sync(); return [before, now, denied];`,
    gives: [false, true, 'AccessDenied'],
  },
  {
    says: 'a workbook says whether it is read-only and whether its structure is protected',
    members: 'Workbook.readOnly Workbook.protection WorkbookProtection.protected',
    body: `const { workbook } = context; workbook.load('readOnly'); workbook.protection.load('protected'); await context.sync(); return [workbook.readOnly, workbook.protection.protected];`,
    gives: [false, false],
  },
  {
    says: 'a workbook lists its names, without those of its sheets',
    members: 'Workbook.names NamedItemCollection.items NamedItem.name',
    body: `const own = context.workbook.names.add('CaseRate', sheet.getRange('A1')); sheet.names.add('CaseLocal', sheet.getRange('A2')); const { names } = context.workbook; names.load('items/name'); await context.sync(); const found = names.items.map(({ name }) => name).filter((name) => name.startsWith('Case')); own.delete(); await context.sync(); return found;`,
    gives: ['CaseRate'],
  },
  {
    says: 'a workbook remembers JSON values under keys, and forgets them',
    members:
      'Workbook.settings SettingCollection.add SettingCollection.getItemOrNullObject Setting.value Setting.delete',
    body: `const { settings } = context.workbook; settings.add('case', { a: [1, 'x'] }); settings.add('case', { a: [2] }); const setting = settings.getItemOrNullObject('case').load('value'); await context.sync(); const { value } = setting; setting.delete(); const none = settings.getItemOrNullObject('case'); none.load('value'); await context.sync(); return [value, none.isNullObject, await code(() => settings.getItem('case').load('value'))];`,
    gives: [{ a: [2] }, true, 'ItemNotFound'],
  },
  {
    says: "a workbook calculates one of Excel's functions without a cell",
    members: 'Workbook.functions Functions.date FunctionResult.value',
    body: `const date = context.workbook.functions.date(2003, 1, 31).load('value,error'); await context.sync(); return [date.value, date.error];`,
    gives: [37652, ''],
  },
  {
    says: 'a workbook adds up ranges without a cell, text left out and an error said',
    members: 'Workbook.functions Functions.sum FunctionResult.value FunctionResult.error',
    body: `sheet.getRange('A1:A3').values = [[2], ['5x'], [3]]; sheet.getRange('B1').formulas = [['=NA()']]; const { functions } = context.workbook; const sum = functions.sum(sheet.getRange('A1:A2'), sheet.getRange('A3')).load('value,error'); const failed = functions.sum(sheet.getRange('A1:B3')).load('value,error'); await context.sync(); return [sum.value, sum.error, failed.value, failed.error];`,
    gives: [5, '', null, '#N/A'],
  },
];

const EVENTS: readonly MemberCase[] = [
  {
    says: 'events tell of new and deleted sheets, by id',
    members:
      'WorksheetCollection.onAdded WorksheetCollection.onDeleted OfficeExtension.EventHandlers.add OfficeExtension.EventHandlerResult.remove',
    body: `const heard = []; const { worksheets } = context.workbook; const note = async ({ type, source, worksheetId }) => { heard.push([type, source, worksheetId]); }; const handlers = [worksheets.onAdded.add(note), worksheets.onDeleted.add(note)]; await context.sync();
      const added = worksheets.add('Eventful').load('id'); await context.sync(); added.delete(); await context.sync(); await pause(150);
      handlers.forEach((handler) => handler.remove()); await context.sync(); worksheets.add('Silent').delete(); await context.sync(); await pause(150);
      return heard.map(([type, source, id]) => [type, source, id === added.id]);`,
    gives: [
      ['WorksheetAdded', 'Local', true],
      ['WorksheetDeleted', 'Local', true],
    ],
  },
  {
    says: 'events tell of a sheet that is renamed, with its name before and after',
    members: 'WorksheetCollection.onNameChanged',
    body: `const heard = []; sheet.name = 'Draft terms'; await context.sync(); const handler = context.workbook.worksheets.onNameChanged.add(async ({ type, nameBefore, nameAfter }) => { heard.push([type, nameBefore, nameAfter]); }); await context.sync();
      sheet.name = 'Final terms'; await context.sync(); await pause(150); handler.remove(); await handler.context.sync(); return heard;`,
    gives: [['WorksheetNameChanged', 'Draft terms', 'Final terms']],
  },
  {
    says: 'events tell of tables that come and go on any sheet',
    members: 'TableCollection.onAdded TableCollection.onDeleted',
    body: `const heard = []; const { tables } = context.workbook; const note = async ({ type, source }) => { heard.push([type, source]); }; const handlers = [tables.onAdded.add(note), tables.onDeleted.add(note)]; await context.sync();
      ${TABLE} await context.sync(); table.delete(); await context.sync(); await pause(150); handlers.forEach((handler) => handler.remove()); await context.sync(); return heard;`,
    gives: [
      ['TableAdded', 'Local'],
      ['TableDeleted', 'Local'],
    ],
  },
  {
    says: 'events tell of changed cells on any sheet, with address, kind and the sheet',
    members: 'WorksheetCollection.onChanged OfficeExtension.EventHandlerResult.context',
    body: `const heard = []; sheet.load('id'); const handler = context.workbook.worksheets.onChanged.add(async ({ type, address, changeType, source, worksheetId, triggerSource }) => { heard.push([type, address, changeType, source, worksheetId === sheet.id, triggerSource]); }); await context.sync();
      sheet.getRange('B2:C3').values = 1; await context.sync(); sheet.getRange('B2').clear('Contents'); await context.sync(); await pause(150); handler.remove(); await handler.context.sync(); sheet.getRange('B3').values = 2; await context.sync(); await pause(150); return heard;`,
    gives: [
      ['WorksheetChanged', 'B2:C3', 'RangeEdited', 'Local', true, 'ThisLocalAddin'],
      ['WorksheetChanged', 'B2', 'RangeEdited', 'Local', true, 'ThisLocalAddin'],
    ],
  },
  {
    says: 'an event tells that the selection moved',
    members: 'Workbook.onSelectionChanged',
    body: `let heard = 0; sheet.activate(); await context.sync(); const handler = context.workbook.onSelectionChanged.add(async () => { heard += 1; }); await context.sync(); sheet.getRange('C4').select(); await context.sync(); await pause(150); handler.remove(); await context.sync(); return heard;`,
    gives: 1,
  },
  {
    says: 'events tell, for any sheet, that it became active and where its selection went',
    members: 'WorksheetCollection.onActivated WorksheetCollection.onSelectionChanged',
    body: `const heard = []; sheet.load('id'); const { worksheets } = context.workbook; const note = async ({ type, worksheetId, address }) => { heard.push([type, worksheetId === sheet.id, address ?? null]); }; const handlers = [worksheets.onActivated.add(note), worksheets.onSelectionChanged.add(note)]; await context.sync();
      sheet.activate(); await context.sync(); sheet.getRange('B2:C4').select(); await context.sync(); await pause(150); handlers.forEach((handler) => handler.remove()); await context.sync(); return heard;`,
    gives: [
      ['WorksheetActivated', true, null],
      ['WorksheetSelectionChanged', true, 'B2:C4'],
    ],
  },
];

export const MEMBER_CASES: readonly MemberCase[] = [...RANGES, ...TABLES, ...CHARTS, ...BOOK, ...EVENTS];

/** Where an object of a class is found on a sheet that has `Cases` for a table and `Case` for a chart. */
export const OBJECT_PATHS: Readonly<Record<string, string>> = {
  Worksheet: 'sheet',
  PageLayout: 'sheet.pageLayout',
  HeaderFooter: 'sheet.pageLayout.headersFooters.defaultForAllPages',
  WorksheetProtection: 'sheet.protection',
  Range: "sheet.getRange('A1')",
  RangeFormat: "sheet.getRange('A1').format",
  RangeFill: "sheet.getRange('A1').format.fill",
  RangeFont: "sheet.getRange('A1').format.font",
  DataValidation: "sheet.getRange('A1').dataValidation",
  Table: "sheet.tables.getItem('Cases')",
  AutoFilter: "sheet.tables.getItem('Cases').autoFilter",
  Chart: "sheet.charts.getItem('Case')",
  ChartTitle: "sheet.charts.getItem('Case').title",
  ChartLegend: "sheet.charts.getItem('Case').legend",
  ChartAxis: "sheet.charts.getItem('Case').axes.valueAxis",
  ChartSeries: "sheet.charts.getItem('Case').series.getItemAt(0)",
};

/** Makes the sheet that `OBJECT_PATHS` speaks of. */
export const SHEET_OF_PATHS = `${TABLE} table.name = 'Cases'; sheet.charts.add('Line', sheet.getRange('A1:B3')).name = 'Case'; await context.sync();`;
