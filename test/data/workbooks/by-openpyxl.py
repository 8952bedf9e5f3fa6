"""Writes openpyxl-report.xlsx and openpyxl-formulas.xlsx with openpyxl 3.0.9 (Debian's python3-openpyxl).

    /usr/bin/python3 by-openpyxl.py FOLDER

libreoffice-formulas.xlsx is the second one, opened and saved by LibreOffice 7.4, with LibreOffice's values:

    soffice --headless --convert-to xlsx:"Calc MS Excel 2007 XML" --outdir FOLDER openpyxl-formulas.xlsx
"""
import datetime
import sys
from pathlib import Path

from openpyxl import Workbook
from openpyxl.chart import BarChart, LineChart, PieChart, Reference, ScatterChart, Series
from openpyxl.chart.label import DataLabelList
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, ColorScaleRule, DataBarRule, FormulaRule, IconSetRule
from openpyxl.styles import Alignment, Border, Font, GradientFill, NamedStyle, PatternFill, Protection, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.table import Table, TableStyleInfo

MADE = datetime.datetime(2003, 1, 2, 9, 30)

GRANTS = [
    ["H-01", "G-001", "1994 Plan", datetime.date(1999, 5, 14), 12000, 27.5, "Vested"],
    ["H-01", "G-002", "1999 Plan", datetime.date(2000, 11, 1), 4500, 61.125, "Open"],
    ["H-02", "G-003", "1999 Plan", datetime.date(2001, 2, 28), 30000, 8.04, "Open"],
    ["H-03", "G-004", "1994 Plan", datetime.date(1998, 7, 6), 750, 3.3333, "Lapsed"],
]


def report(folder: Path) -> None:
    book = Workbook()
    book.properties.creator = "Stock administration"
    book.properties.created = book.properties.modified = MADE
    sheet = book.active
    sheet.title = "Grants"
    sheet.append(["Holder", "Grant", "Plan", "Granted", "Shares", "Exercise Price", "State"])
    for grant in GRANTS:
        sheet.append(grant)
    sheet.append(["Total", None, None, None, "=SUM(E2:E5)", None, None])
    money = NamedStyle(name="Money", number_format='#,##0.00 "USD"', font=Font(name="Arial", italic=True))
    book.add_named_style(money)
    for row in range(2, 6):
        sheet.cell(row, 4).number_format = "d-mmm-yy"
        sheet.cell(row, 6).style = "Money"
        sheet.cell(row, 5).protection = Protection(locked=False, hidden=True)
    for cell in sheet[1]:
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor="1F4E78")
        cell.alignment = Alignment(wrap_text=True, text_rotation=45, vertical="center")
        cell.border = Border(bottom=Side(style="double", color="FF0000"))
    sheet["G6"].fill = GradientFill(stop=("FFFFFF", "99CCFF"))
    table = Table(displayName="Grants", ref="A1:G5")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleMedium9", showRowStripes=True)
    sheet.add_table(table)
    sheet["B2"].comment = Comment("Granted at hire", "Administrator")
    sheet["A2"].hyperlink = "https://example.com/holders/H-01"
    sheet["A3"].hyperlink = Hyperlink(ref="A3", location="Charts!A1", display="H-01")
    choice = DataValidation(type="list", formula1='"Vested,Open,Lapsed"', allow_blank=True)
    choice.error, choice.errorTitle, choice.prompt = "Choose a state", "State", "The grant's state"
    choice.add("G2:G5")
    whole = DataValidation(type="whole", operator="between", formula1=0, formula2=1000000, errorStyle="warning")
    whole.add("E2:E5")
    sheet.add_data_validation(choice)
    sheet.add_data_validation(whole)
    rules = sheet.conditional_formatting
    rules.add("E2:E5", DataBarRule("min", None, "max", None, color="FF638EC6"))
    rules.add("F2:F5", ColorScaleRule("min", None, "F8696B", "percentile", 50, "FFEB84", "max", None, "63BE7B"))
    rules.add("E2:E5", IconSetRule("3TrafficLights1", "percent", [0, 33, 67]))
    rules.add("G2:G5", CellIsRule("equal", ['"Lapsed"'], font=Font(color="9C0006"), fill=PatternFill(bgColor="FFC7CE")))
    rules.add("A2:G5", FormulaRule(["$F2>50"], stopIfTrue=True, font=Font(bold=True)))
    sheet.freeze_panes = "C2"
    sheet.column_dimensions["A"].width = 14.5
    sheet.column_dimensions["C"].hidden = True
    sheet.column_dimensions.group("F", "G", outline_level=1)
    sheet.row_dimensions[1].height = 42
    sheet.print_title_rows = "1:1"
    sheet.print_area = "A1:G6"
    sheet.oddHeader.center.text = "&A, page &P of &N"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.sheet_properties.tabColor = "1F4E78"
    sheet.protection.sheet = True
    sheet.protection.password = "exchange"
    sheet.protection.formatCells = False

    other = book.create_sheet("Charts")
    for chart, anchor in ((BarChart(), "A1"), (LineChart(), "J1"), (PieChart(), "A20")):
        chart.add_data(Reference(sheet, min_col=5, min_row=1, max_row=5), titles_from_data=True)
        chart.set_categories(Reference(sheet, min_col=2, min_row=2, max_row=5))
        chart.title = type(chart).__name__
        other.add_chart(chart, anchor)
    pie = other._charts[2]
    pie.dataLabels = DataLabelList()
    pie.dataLabels.showPercent = True
    scatter = ScatterChart()
    scatter.series.append(
        Series(Reference(sheet, min_col=6, min_row=2, max_row=5), Reference(sheet, min_col=5, min_row=2, max_row=5))
    )
    other.add_chart(scatter, "J20")
    other.sheet_view.showGridLines = False
    book.create_chartsheet("Chart sheet").add_chart(BarChart())
    hidden = book.create_sheet("Notes")
    hidden.sheet_state = "veryHidden"
    hidden["A1"] = "  spaces kept  "
    hidden["A2"] = "=\"text with <tags> & quotes\""
    book.defined_names.append(DefinedName("ClosingPrice", attr_text="Grants!$F$3", comment="as of the offer"))
    book.defined_names.append(DefinedName("Rate", attr_text="0.035"))
    book.security = WorkbookProtection(workbookPassword="structure", lockStructure=True)
    book.calculation.iterate = True
    book.calculation.iterateCount = 50
    book.calculation.iterateDelta = 0.0001
    book.save(folder / "openpyxl-report.xlsx")


FORMULAS = [
    "=SUM(Grants[Shares])", "=SUMIFS(Grants[Shares],Grants[Plan],\"1994 Plan\")",
    "=COUNTIF(Grants[Exercise Price],\">10\")", "=AVERAGE(Ledger!E2:E5)", "=MEDIAN(Ledger!E2:E5)",
    "=INDEX(Ledger!A2:G5,3,2)", "=MATCH(\"G-003\",Ledger!B2:B5,0)", "=VLOOKUP(\"G-002\",Ledger!B2:F5,5,FALSE)",
    "=ROUND(Ledger!F3/3,4)", "=ROUNDDOWN(4500/7,0)", "=INT(-2.5)", "=MOD(-7,3)", "=ROUND(1.005,2)",
    "=EDATE(Ledger!D2,6)+1", "=EOMONTH(Ledger!D4,1)", "=DATE(2000,2,30)", "=YEARFRAC(Ledger!D2,Ledger!D3,1)",
    "=DATEDIF(Ledger!D2,Ledger!D3,\"m\")", "=WORKDAY(Ledger!D3,20)", "=NETWORKDAYS(Ledger!D2,Ledger!D3)",
    "=TEXT(Ledger!D2,\"d mmm yyyy\")", "=TEXT(Ledger!F3,\"#,##0.00\")", "=LEFT(Ledger!B2,1)&\"/\"&RIGHT(Ledger!B2,3)",
    "=IF(AND(Ledger!E2>1000,NOT(Ledger!G2=\"Open\")),\"large\",\"small\")", "=IFERROR(1/0,\"no\")", "=1/0",
    "=VLOOKUP(\"none\",Ledger!B2:F5,5,FALSE)", "=SQRT(-1)", "=_xlfn.NORM.S.DIST(0.5,TRUE)", "=EXP(-ClosingPrice/100)",
    "=LN(Ledger!F2/Ledger!F3)", "=SUMPRODUCT((Ledger!C2:C5=\"1999 Plan\")*Ledger!E2:E5*Ledger!F2:F5)",
    "=LARGE(Ledger!E2:E5,2)", "=RANK(Ledger!E2,Ledger!E2:E5)", "=STDEV(Ledger!F2:F5)", "=PERCENTILE(Ledger!F2:F5,0.9)",
    "=CHOOSE(2,\"a\",\"b\")", "=SUBSTITUTE(Ledger!C2,\" Plan\",\"\")", "=LEN(TRIM(\"  a  b \"))", "=PROPER(\"o'brien plan\")",
    "=NPV(0.1,100,200,300)", "=PMT(0.05/12,36,-10000)", "=A1+A2", "=A43*2%", "=SUM(A1:A2,A44)", "=\"a\"=\"A\"",
    "=MAX(Ledger!D2:D5)", "=ISNUMBER(A26)", "=COUNTA(Ledger!A1:G6)", "=TRUE+1", "=-2^2", "=50%",
]


def formulas(folder: Path) -> None:
    book = Workbook()
    book.properties.created = book.properties.modified = MADE
    ledger = book.active
    ledger.title = "Ledger"
    ledger.append(["Holder", "Grant", "Plan", "Granted", "Shares", "Exercise Price", "State"])
    for grant in GRANTS:
        ledger.append(grant)
    ledger.add_table(Table(displayName="Grants", ref="A1:G5"))
    book.defined_names.append(DefinedName("ClosingPrice", attr_text="Ledger!$F$3"))
    sheet = book.create_sheet("Formulas")
    for row, formula in enumerate(FORMULAS, 1):
        sheet.cell(row, 1, formula)
    sheet.formula_attributes["C1"] = {"t": "array", "ref": "C1:C4"}
    sheet["C1"] = "=Ledger!E2:E5*Ledger!F2:F5"
    book.save(folder / "openpyxl-formulas.xlsx")


report(Path(sys.argv[1]))
formulas(Path(sys.argv[1]))
