"""Writes workbooks with an offer and one kind of thing each that a run must leave alone, with openpyxl 3.0.9.

    /usr/bin/python3 by-openpyxl.py FOLDER

The libreoffice-*.xlsx are the same books, opened and saved by LibreOffice 7.4:

    soffice --headless --convert-to xlsx:"Calc MS Excel 2007 XML" --outdir CONVERTED FOLDER/openpyxl-*.xlsx
"""
import datetime
import sys
from pathlib import Path

from openpyxl import Workbook
from openpyxl.chart import (
    AreaChart, BarChart, BubbleChart, DoughnutChart, LineChart, PieChart, RadarChart, Reference, ScatterChart, Series,
)
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, ColorScaleRule, DataBarRule, FormulaRule, IconSetRule
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.table import Table, TableStyleInfo

DAY = datetime.date
MADE = datetime.datetime(2003, 1, 2, 9, 30)
HEADER = [
    "Holder ID", "Holder Name", "Role", "Hire Date", "Termination Date", "Grant ID", "Plan", "Grant Date",
    "Expiration Date", "Exercise Price", "Outstanding",
]
TERMS = [
    ["Commencement Date", DAY(2002, 12, 19)],
    ["Expiration Date", datetime.datetime(2003, 1, 20, 21)],
    ["Cancellation Date", DAY(2003, 1, 20)],
    ["New Grant Date", DAY(2003, 7, 21)],
    ["New Plan", "2000 Plan"],
    ["Ratio", 0.75],
    ["Rounding", "up"],
    ["Vesting Schedule", "50% at 6 months, then 50% monthly over 24 months"],
    ["Look-back From", DAY(2002, 6, 19)],
]


def grants(count: int) -> list:
    return [
        [
            f"H{1 + n % 5:03d}", f"Holder {1 + n % 5}", "Engineer", DAY(2000, 3, 1), None, f"G-{n + 1:03d}", "2000 Plan",
            DAY(2001, 1 + n % 12, 2), DAY(2011, 1 + n % 12, 2), 4 + n % 7 * 1.25, 1000 + 37 * n,
        ]
        for n in range(count)
    ]


def write(sheet, top: int, rows: list) -> None:
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            cell = sheet.cell(top + r, 1 + c, value)
            if isinstance(value, datetime.datetime):
                cell.number_format = "yyyy-mm-dd hh:mm"
            elif isinstance(value, DAY):
                cell.number_format = "yyyy-mm-dd"


def table(sheet, name: str, rows: list) -> None:
    write(sheet, 1, rows)
    made = Table(displayName=name, ref=f"A1:{get_column_letter(len(rows[0]))}{len(rows)}")
    made.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    sheet.add_table(made)


def offer(count: int = 6, top: int = 1, date1904: bool = False) -> Workbook:
    book = Workbook()
    if date1904:
        book.epoch = CALENDAR_MAC_1904
    book.properties.created = book.properties.modified = MADE
    ledger = book.active
    ledger.title = "Ledger"
    rows = [HEADER, *grants(count)]
    if top == 1:
        table(ledger, "Ledger", rows)
    else:
        ledger["A1"] = "Outstanding options"
        ledger["A1"].font = Font(size=16, bold=True)
        write(ledger, top, rows)
    table(book.create_sheet("Terms"), "OfferTerms", [["Term", "Value"], *TERMS])
    table(
        book.create_sheet("Rules"),
        "OfferRules",
        [["Field", "Operator", "Value", "Reason"], ["Exercise Price", ">", 5, "Exercise price is not above $5.00"]],
    )
    table(
        book.create_sheet("Elections"),
        "OfferElections",
        [["Holder ID", "Grant ID", "Action", "Received"]]
        + [[f"H{n:03d}", "ALL", "Elect", DAY(2003, 1, 10)] for n in range(1, 5)],
    )
    table(book.create_sheet("Prices"), "OfferPrices", [["Date", "Close"], [DAY(2003, 7, 21), 1.5]])
    return book


def figures(book: Workbook, title: str = "Figures"):
    sheet = book.create_sheet(title, 0)
    write(sheet, 1, [["Year", "Shares", "Price"], *[[1998 + n, 1000 * (n + 1) ** 2, 3.5 * n + 2] for n in range(5)]])
    return sheet


def columns_of(sheet) -> tuple:
    return Reference(sheet, min_col=2, max_col=3, min_row=1, max_row=6), Reference(sheet, min_col=1, min_row=2, max_row=6)


def charts() -> Workbook:
    book = offer()
    sheet = figures(book)
    data, years = columns_of(sheet)
    for n, kind in enumerate((BarChart, LineChart, PieChart, AreaChart)):
        chart = kind()
        chart.title = kind.__name__
        chart.add_data(data, titles_from_data=True)
        chart.set_categories(years)
        sheet.add_chart(chart, f"E{2 + 16 * n}")
    return book


def charts_of_other_kinds() -> Workbook:
    book = offer()
    sheet = figures(book)
    data, years = columns_of(sheet)
    for n, kind in enumerate((DoughnutChart, RadarChart)):
        chart = kind()
        chart.add_data(data, titles_from_data=True)
        chart.set_categories(years)
        sheet.add_chart(chart, f"E{2 + 16 * n}")
    x, y = Reference(sheet, min_col=2, min_row=2, max_row=6), Reference(sheet, min_col=3, min_row=2, max_row=6)
    scatter, bubble = ScatterChart(), BubbleChart()
    scatter.series.append(Series(y, x, title="Price by shares"))
    bubble.series.append(Series(values=y, xvalues=x, zvalues=x, title="Bubbles"))
    sheet.add_chart(scatter, "O2")
    sheet.add_chart(bubble, "O18")
    return book


def chart_sheet() -> Workbook:
    book = offer()
    sheet = figures(book)
    tab = book.create_chartsheet("Dilution")
    chart = BarChart()
    chart.add_data(columns_of(sheet)[0], titles_from_data=True)
    tab.add_chart(chart)
    return book


def comments() -> Workbook:
    book = offer()
    book["Ledger"]["B2"].comment = Comment("Asked on the phone\nwhether it counts", "Administrator", 120, 200)
    book["Terms"]["B5"].comment = Comment("As filed", "Counsel")
    figures(book)["A1"].comment = Comment("Fiscal years & halves", "Ünal")
    return book


def validations() -> Workbook:
    book = offer()
    sheet = figures(book)
    for column, (kind, rest) in zip("DEFGHI", (
        ("list", {"formula1": '"Open,Closed"'}),
        ("whole", {"operator": "between", "formula1": "0", "formula2": "1000000"}),
        ("decimal", {"operator": "greaterThan", "formula1": "0.5"}),
        ("date", {"operator": "lessThan", "formula1": "37000"}),
        ("textLength", {"operator": "lessThanOrEqual", "formula1": "12"}),
        ("custom", {"formula1": "COUNTIF(Ledger!$F$2:$F$7,D2)=1"}),
    )):
        rule = DataValidation(type=kind, allow_blank=True, showErrorMessage=True, showInputMessage=True, **rest)
        rule.errorTitle, rule.error, rule.prompt = "Not allowed", f"No {kind}", "As the plan has it"
        rule.add(f"{column}2:{column}9")
        sheet.add_data_validation(rule)
    return book


def conditional_formats() -> Workbook:
    book = offer()
    for sheet in (figures(book), book["Ledger"]):
        rules = sheet.conditional_formatting
        rules.add("B2:B6", DataBarRule("min", None, "max", None, color="FF638EC6"))
        rules.add("C2:C6", ColorScaleRule("min", None, "F8696B", "percentile", 50, "FFEB84", "max", None, "63BE7B"))
        rules.add("B2:B6", IconSetRule("3TrafficLights1", "percent", [0, 33, 67]))
        rules.add("A2:A6", CellIsRule("equal", ['"H001"'], font=Font(color="9C0006"), fill=PatternFill(bgColor="FFC7CE")))
        rules.add("A2:C6", FormulaRule(["$C2>5"], stopIfTrue=True, font=Font(bold=True)))
    return book


def names() -> Workbook:
    book = offer()
    sheet = figures(book)
    book.defined_names.append(DefinedName("TotalShares", attr_text="SUM(Figures!$B$2:$B$6)"))
    book.defined_names.append(DefinedName("Half", attr_text="0.5"))
    book.defined_names.append(DefinedName("Outstanding", attr_text="Ledger!$K$2:$K$7"))
    book.defined_names.append(DefinedName("Half", attr_text="Figures!$C$3", localSheetId=0, comment="of this sheet"))
    book.defined_names.append(DefinedName("Secret", attr_text="Terms!$B$7", hidden=True))
    sheet["E1"], sheet["E2"], sheet["E3"] = "=SUM(Outstanding)", "=Half*2", "=TotalShares"
    sheet.print_title_rows = "1:1"
    sheet.print_area = "A1:C6"
    book["Ledger"].print_title_cols = "A:B"
    return book


def hidden_sheets() -> Workbook:
    book = offer()
    figures(book).sheet_properties.tabColor = "FF8800"
    book["Prices"].sheet_state = "hidden"
    write(book.create_sheet("Work", 2), 1, [["kept", 1], [None, "=B1+1"]])
    book["Work"].sheet_state = "veryHidden"
    return book


def protection() -> Workbook:
    book = offer()
    sheet = figures(book)
    sheet["B2"].protection = Protection(locked=False)
    sheet["C2"].protection = Protection(hidden=True)
    sheet.protection.sheet = True
    sheet.protection.formatCells = False
    sheet.protection.password = "grants"
    return book


def formulas() -> Workbook:
    book = offer()
    sheet = figures(book)
    for row, formula in enumerate((
        "=SUM(Ledger[Outstanding])", "=SUMIFS(Ledger!K2:K7,Ledger!J2:J7,\">5\")", "=VLOOKUP(\"G-003\",Ledger!F2:K7,6,FALSE)",
        "=COUNTIF(Ledger[Plan],\"2000*\")", "=INDEX(Ledger!A1:K7,3,6)", "=IF(B2>500,\"large\",\"small\")",
        "=TEXT(Terms!B2,\"yyyy-mm-dd\")", "=EDATE(Terms!B5,6)", "=ROUND(AVERAGE(C2:C6),2)", "=1/0", "=Terms!B7*1000",
    )):
        sheet.cell(1 + row, 6, formula)
    sheet["H1"] = "=B2:B6*C2:C6"
    sheet.formula_attributes["H1"] = {"t": "array", "ref": "H1:H5"}
    return book


def layout() -> Workbook:
    book = offer()
    sheet = figures(book)
    sheet.merge_cells("E1:G1")
    sheet.merge_cells("E3:E6")
    sheet["E1"] = "Merged"
    sheet.freeze_panes = "B2"
    sheet.sheet_view.zoomScale = 85
    sheet.sheet_view.showGridLines = False
    sheet.row_dimensions[1].height = 33
    sheet.row_dimensions.group(3, 5, outline_level=1, hidden=True)
    sheet.column_dimensions["A"].width = 31.25
    sheet.column_dimensions.group("H", "J", outline_level=2)
    sheet.auto_filter.ref = "A1:C6"
    sheet.auto_filter.add_filter_column(0, ["1999", "2000"])
    return book


def links_and_pages() -> Workbook:
    book = offer()
    sheet = figures(book)
    sheet["A2"].hyperlink = "https://example.com/filings?a=1&b=2"
    sheet["A3"].hyperlink = Hyperlink(ref="A3", location="Ledger!A1", display="ledger", tooltip="to the ledger")
    sheet.oddHeader.center.text = "Options &D"
    sheet.evenFooter.left.text = "Page &P of &N"
    sheet.HeaderFooter.differentOddEven = True
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.row_breaks.append(Break(id=3))
    sheet.print_options.gridLines = True
    return book


def tables() -> Workbook:
    book = offer()
    sheet = figures(book)
    own = Table(displayName="Yearly", ref="A1:C7", totalsRowCount=1)
    own.tableStyleInfo = TableStyleInfo(name="TableStyleDark3", showFirstColumn=True)
    own._initialise_columns()
    for column, name in zip(own.tableColumns, ("Year", "Shares", "Price")):
        column.name = name
    own.tableColumns[0].totalsRowLabel = "Total"
    own.tableColumns[1].totalsRowFunction = "sum"
    own.autoFilter.ref = "A1:C6"
    sheet["A7"], sheet["B7"] = "Total", "=SUBTOTAL(109,Yearly[Shares])"
    sheet.add_table(own)
    return book


def styles() -> Workbook:
    book = offer()
    sheet = figures(book)
    money = NamedStyle(name="Money", number_format='#,##0.00 "USD"', font=Font(name="Courier New", italic=True))
    book.add_named_style(money)
    for n, format in enumerate(("0.00%", "[Red]-0;0", "d-mmm-yy", '"№ "0', "# ?/?", "[$€-407] #,##0.00", "@", "[h]:mm")):
        cell = sheet.cell(10 + n, 1, 1.25 * n)
        cell.number_format = format
        cell.border = Border(bottom=Side(style="double", color=f"FF00{n}{n}"))
        cell.alignment = Alignment(wrap_text=n % 2 == 0, text_rotation=15 * n, indent=n % 3)
    for row in range(2, 7):
        sheet.cell(row, 3).style = "Money"
    return book


def sheet_names() -> Workbook:
    book = offer()
    long = "A sheet whose name has 31 signs"
    write(figures(book, "Director's plan"), 8, [["=SUM('Été & Größe'!A1:A3)", f"='{long}'!A1"]])
    write(book.create_sheet("Été & Größe"), 1, [[1], [2], [3]])
    write(book.create_sheet(long), 1, [["𝒳 <b> & \"quoted\""]])
    book.create_sheet("2003")
    return book


def long_ledger() -> Workbook:
    return offer(count=120)


def plain_ledger() -> Workbook:
    book = offer(top=4)
    book["Ledger"].freeze_panes = "A5"
    return book


def date_1904() -> Workbook:
    book = offer(date1904=True)
    figures(book)["D2"] = DAY(2002, 2, 28)
    return book


BOOKS = (
    charts, charts_of_other_kinds, chart_sheet, comments, validations, conditional_formats, names, hidden_sheets,
    protection, formulas, layout, links_and_pages, tables, styles, sheet_names, long_ledger, plain_ledger, date_1904,
)

for make in BOOKS:
    make().save(Path(sys.argv[1]) / f"openpyxl-{make.__name__.replace('_', '-')}.xlsx")
