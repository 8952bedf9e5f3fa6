"""Writes hand-parts.xlsm, hand-dynamic.xlsx and hand-prefixed.xlsx: parts that Excel writes and libraries do not, typed out.

    python3 by-hand.py FOLDER
"""
import re
import sys
import zipfile
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml"
X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
XM = "http://schemas.microsoft.com/office/excel/2006/main"
MS = "http://schemas.microsoft.com/office"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

Parts = dict[str, str | bytes]


def relationships(*items: tuple[str, str]) -> str:
    """Types by their last word where they are ECMA-376's, by address otherwise."""
    lines = []
    for number, (kind, target) in enumerate(items, 1):
        address = kind if kind.startswith("http") else f"{OFFICE}/{kind}"
        mode = ' TargetMode="External"' if target.startswith("http") or target.startswith("file:") else ""
        lines.append(f'<Relationship Id="rId{number}" Type="{address}" Target="{target}"{mode}/>')
    return DECLARATION + f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(lines)}</Relationships>'


def types(overrides: dict[str, str], defaults: dict[str, str]) -> str:
    all_defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml", **defaults}
    lines = [f'<Default Extension="{name}" ContentType="{kind}"/>' for name, kind in all_defaults.items()]
    lines += [f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items()]
    return DECLARATION + f'<Types xmlns="{PACKAGE}/content-types">{"".join(lines)}</Types>'


STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.0000"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Aptos Narrow"/></font><font><b/><sz val="11"/><name val="Aptos Narrow"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="14" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" quotePrefix="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    '<dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font></dxf></dxfs>'
    '<extLst><ext uri="{EB79DEF2-80B8-43e5-95BD-54CBDDF9020C}" '
    f'xmlns:x14="{X14}"><x14:slicerStyles defaultSlicerStyle="SlicerStyleLight1"/></ext></extLst></styleSheet>'
)

CUSTOM = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Offer"><vt:lpwstr>Tender 2003</vt:lpwstr></property>'
    '</Properties>'
)

APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><Application>Microsoft Excel</Application>'
    '<HeadingPairs><vt:vector size="2" baseType="variant"><vt:variant><vt:lpstr>Worksheets</vt:lpstr></vt:variant>'
    '<vt:variant><vt:i4>2</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts><vt:vector size="2" baseType="lpstr">'
    '<vt:lpstr>Ledger</vt:lpstr><vt:lpstr>Pivot</vt:lpstr></vt:vector></TitlesOfParts><AppVersion>16.0300</AppVersion></Properties>'
)

LEDGER_SHEET = (
    f'<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    f'mc:Ignorable="x14ac xr" xmlns:x14ac="{MS}/spreadsheetml/2009/9/ac" xmlns:xr="{MS}/spreadsheetml/2014/revision" '
    'xr:uid="{00000000-0001-0000-0000-000000000000}"><sheetPr codeName="Sheet1"/><dimension ref="A1:D4"/>'
    '<sheetViews><sheetView tabSelected="1" workbookViewId="0"><selection activeCell="B2" sqref="B2"/></sheetView></sheetViews>'
    '<sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25"/>'
    '<sheetData><row r="1" spans="1:4" x14ac:dyDescent="0.25"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'
    '<c r="C1" t="s"><v>2</v></c><c r="D1" t="inlineStr"><is><t>Trend</t></is></c></row>'
    '<row r="2" spans="1:4"><c r="A2" t="s"><v>3</v></c><c r="B2"><v>1200</v></c><c r="C2" s="1"><v>3.0100000000000002</v></c></row>'
    '<row r="3" spans="1:4" ht="30" customHeight="1"><c r="A3" t="s"><v>4</v></c><c r="B3"><v>850</v></c><c r="C3" s="1"><v>12.5</v></c></row>'
    '<row r="4" spans="1:4"><c r="A4" t="s"><v>5</v></c><c r="B4"><f>SUM(B2:B3)</f><v>2050</v></c>'
    '<c r="C4" s="2" t="str"><f>TEXT(C2,"0.00")&amp;" _x"&amp;"000D_"</f><v>3.01 _x005F_x000D_</v></c></row></sheetData>'
    '<conditionalFormatting sqref="B2:B3"><cfRule type="dataBar" priority="1"><dataBar><cfvo type="min"/><cfvo type="max"/>'
    f'<color rgb="FF638EC6"/></dataBar><extLst><ext xmlns:x14="{X14}" uri="{{B025F937-C7B1-47D3-B67F-A62EFF666E3E}}">'
    '<x14:id>{5A3C4A0E-3C8A-4B1C-9A55-000000000001}</x14:id></ext></extLst></cfRule></conditionalFormatting>'
    '<hyperlinks><hyperlink ref="A2" r:id="rId7" tooltip="the holder"/></hyperlinks>'
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
    '<pageSetup orientation="landscape" r:id="rId1"/><drawing r:id="rId2"/><legacyDrawing r:id="rId3"/>'
    '<tableParts count="1"><tablePart r:id="rId6"/></tableParts><extLst>'
    f'<ext xmlns:x14="{X14}" uri="{{78C0D931-6437-407d-A8EE-F0AAD7539E65}}"><x14:conditionalFormattings>'
    f'<x14:conditionalFormatting xmlns:xm="{XM}"><x14:cfRule type="dataBar" id="{{5A3C4A0E-3C8A-4B1C-9A55-000000000001}}">'
    '<x14:dataBar minLength="0" maxLength="100" border="1"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/>'
    '<x14:borderColor rgb="FF638EC6"/><x14:negativeFillColor rgb="FFFF0000"/><x14:axisColor rgb="FF000000"/></x14:dataBar></x14:cfRule>'
    '<xm:sqref>B2:B3</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext>'
    f'<ext xmlns:x14="{X14}" uri="{{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}}"><x14:dataValidations xmlns:xm="{XM}" count="1">'
    '<x14:dataValidation type="list" allowBlank="1" showErrorMessage="1"><x14:formula1><xm:f>Pivot!$A$2:$A$3</xm:f></x14:formula1>'
    '<xm:sqref>A2:A3</xm:sqref></x14:dataValidation></x14:dataValidations></ext>'
    f'<ext xmlns:x14="{X14}" uri="{{05C60535-1F16-4fd2-B633-F4F36F0B64E0}}"><x14:sparklineGroups xmlns:xm="{XM}">'
    '<x14:sparklineGroup type="column" displayEmptyCellsAs="gap"><x14:colorSeries rgb="FF376092"/><x14:sparklines><x14:sparkline>'
    '<xm:f>Ledger!B2:C2</xm:f><xm:sqref>D2</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext>'
    f'<ext xmlns:x15="{MS}/spreadsheetml/2010/11/main" uri="{{3A4CF648-6AED-40f4-86FF-DC5316D8AED3}}">'
    f'<x14:slicerList xmlns:x14="{X14}"><x14:slicer r:id="rId8"/></x14:slicerList></ext></extLst></worksheet>'
)

PIVOT_SHEET = (
    f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="s"><v>6</v></c><c r="B1" t="s"><v>7</v></c></row>'
    '<row r="2"><c r="A2" t="s"><v>3</v></c><c r="B2"><v>1200</v></c></row><row r="3"><c r="A3" t="s"><v>4</v></c><c r="B3"><v>850</v></c></row>'
    '<row r="4"><c r="A4" t="s"><v>8</v></c><c r="B4"><v>2050</v></c></row></sheetData></worksheet>'
)

STRINGS = (
    f'<sst xmlns="{MAIN}" count="12" uniqueCount="9"><si><t>Grant ID</t></si><si><t>Shares</t></si><si><t>Exercise Price</t></si>'
    '<si><t xml:space="preserve">G-1 </t></si><si><r><rPr><b/><sz val="11"/><rFont val="Aptos Narrow"/></rPr><t>G</t></r>'
    '<r><t>-2</t></r></si><si><t>Total</t><rPh sb="0" eb="5"><t>sum</t></rPh><phoneticPr fontId="0"/></si>'
    '<si><t>Row Labels</t></si><si><t>Sum of Shares</t></si><si><t>Grand Total</t></si></sst>'
)

PIVOT_CACHE = (
    f'<pivotCacheDefinition xmlns="{MAIN}" xmlns:r="{OFFICE}" r:id="rId1" refreshOnLoad="1" recordCount="2"><cacheSource type="worksheet">'
    '<worksheetSource name="Grants"/></cacheSource><cacheFields count="3"><cacheField name="Grant ID" numFmtId="0"><sharedItems count="2">'
    '<s v="G-1 "/><s v="G-2"/></sharedItems></cacheField><cacheField name="Shares" numFmtId="0"><sharedItems containsSemiMixedTypes="0" '
    'containsString="0" containsNumber="1" containsInteger="1" minValue="850" maxValue="1200"/></cacheField>'
    '<cacheField name="Exercise Price" numFmtId="0"><sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1" '
    'minValue="3.01" maxValue="12.5"/></cacheField></cacheFields></pivotCacheDefinition>'
)
PIVOT_RECORDS = (
    f'<pivotCacheRecords xmlns="{MAIN}" count="2"><r><x v="0"/><n v="1200"/><n v="3.01"/></r>'
    '<r><x v="1"/><n v="850"/><n v="12.5"/></r></pivotCacheRecords>'
)
PIVOT_TABLE = (
    f'<pivotTableDefinition xmlns="{MAIN}" name="PivotTable1" cacheId="7" dataOnRows="0" applyNumberFormats="0" applyBorderFormats="0" '
    'applyFontFormats="0" applyPatternFormats="0" applyAlignmentFormats="0" applyWidthHeightFormats="1" dataCaption="Values" '
    'updatedVersion="8" minRefreshableVersion="3" useAutoFormatting="1" itemPrintTitles="1" createdVersion="8" indent="0" outline="1" outlineData="1">'
    '<location ref="A1:B4" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="3">'
    '<pivotField axis="axisRow" showAll="0"><items count="3"><item x="0"/><item x="1"/><item t="default"/></items></pivotField>'
    '<pivotField dataField="1" showAll="0"/><pivotField showAll="0"/></pivotFields><rowFields count="1"><field x="0"/></rowFields>'
    '<rowItems count="3"><i><x/></i><i><x v="1"/></i><i t="grand"><x/></i></rowItems><colItems count="1"><i/></colItems>'
    '<dataFields count="1"><dataField name="Sum of Shares" fld="1" baseField="0" baseItem="0"/></dataFields></pivotTableDefinition>'
)

TABLE = (
    f'<table xmlns="{MAIN}" id="1" name="Grants" displayName="Grants" ref="A1:C3" totalsRowShown="0"><autoFilter ref="A1:C3"/>'
    '<tableColumns count="3"><tableColumn id="1" name="Grant ID"/><tableColumn id="2" name="Shares"/>'
    '<tableColumn id="3" name="Exercise Price" dataDxfId="0"/></tableColumns><tableStyleInfo name="TableStyleMedium2" showRowStripes="1"/></table>'
)

DRAWING = (
    f'<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:oneCellAnchor><xdr:from><xdr:col>5</xdr:col><xdr:colOff>0</xdr:colOff>'
    '<xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="190500" cy="190500"/><xdr:pic><xdr:nvPicPr>'
    '<xdr:cNvPr id="2" name="Logo" descr="a logo"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill>'
    f'<a:blip xmlns:r="{OFFICE}" r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>'
)

COMMENTS = (
    f'<comments xmlns="{MAIN}"><authors><author>tc={{0A1B2C3D-0000-4000-8000-000000000001}}</author></authors><commentList>'
    '<comment ref="B2" authorId="0" shapeId="0"><text><t>[Threaded comment]\n\nComment:\n    Is this after the split?</t></text></comment>'
    '</commentList></comments>'
)
THREADS = (
    f'<ThreadedComments xmlns="{MS}/spreadsheetml/2018/threadedcomments"><threadedComment ref="B2" dT="2003-01-02T09:30:00.00" '
    'personId="{0A1B2C3D-0000-4000-8000-0000000000AA}" id="{0A1B2C3D-0000-4000-8000-000000000001}"><text>Is this after the split?</text>'
    '</threadedComment></ThreadedComments>'
)
PERSONS = (
    f'<personList xmlns="{MS}/spreadsheetml/2018/threadedcomments"><person displayName="Stock Administrator" '
    'id="{0A1B2C3D-0000-4000-8000-0000000000AA}" userId="none" providerId="None"/></personList>'
)
VML = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">'
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>'
    '<v:shape id="_x0000_s1025" type="#_x0000_t202" style="position:absolute;visibility:hidden"><x:ClientData ObjectType="Note">'
    '<x:Anchor>2, 15, 1, 2, 4, 15, 5, 2</x:Anchor><x:Row>1</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>'
)
SLICER = f'<slicers xmlns="{X14}"><slicer name="Grant ID" cache="Slicer_Grant_ID" caption="Grant ID" rowHeight="241300"/></slicers>'
SLICER_CACHE = (
    f'<slicerCacheDefinition xmlns="{X14}" name="Slicer_Grant_ID" sourceName="Grant ID"><extLst><x:ext xmlns:x="{MAIN}" '
    f'uri="{{2F2917AC-EB37-4324-AD4E-5DD8C200BD13}}" xmlns:x15="{MS}/spreadsheetml/2010/11/main"><x15:tableSlicerCache tableId="1" column="1"/></x:ext>'
    '</extLst></slicerCacheDefinition>'
)
EXTERNAL = (
    f'<externalLink xmlns="{MAIN}"><externalBook xmlns:r="{OFFICE}" r:id="rId1"><sheetNames><sheetName val="Prices"/></sheetNames>'
    '<sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1"><v>3.3</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>'
)
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)


def parts() -> Parts:
    """What Excel itself writes into a book that has been worked with for years."""
    x14_types = f"{MS}/2007/relationships"
    return {
        "[Content_Types].xml": types(
            {
                "xl/workbook.xml": "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
                "xl/worksheets/sheet1.xml": f"{SHEETS}.worksheet+xml",
                "xl/worksheets/sheet2.xml": f"{SHEETS}.worksheet+xml",
                "xl/styles.xml": f"{SHEETS}.styles+xml",
                "xl/sharedStrings.xml": f"{SHEETS}.sharedStrings+xml",
                "xl/calcChain.xml": f"{SHEETS}.calcChain+xml",
                "xl/tables/table1.xml": f"{SHEETS}.table+xml",
                "xl/comments1.xml": f"{SHEETS}.comments+xml",
                "xl/threadedComments/threadedComment1.xml": "application/vnd.ms-excel.threadedcomments+xml",
                "xl/persons/person.xml": "application/vnd.ms-excel.person+xml",
                "xl/drawings/drawing1.xml": "application/vnd.openxmlformats-officedocument.drawing+xml",
                "xl/pivotCache/pivotCacheDefinition1.xml": f"{SHEETS}.pivotCacheDefinition+xml",
                "xl/pivotCache/pivotCacheRecords1.xml": f"{SHEETS}.pivotCacheRecords+xml",
                "xl/pivotTables/pivotTable1.xml": f"{SHEETS}.pivotTable+xml",
                "xl/slicers/slicer1.xml": "application/vnd.ms-excel.slicer+xml",
                "xl/slicerCaches/slicerCache1.xml": "application/vnd.ms-excel.slicerCache+xml",
                "xl/externalLinks/externalLink1.xml": f"{SHEETS}.externalLink+xml",
                "customXml/itemProps1.xml": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
                "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
                "docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
            },
            {
                "bin": "application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings",
                "vml": "application/vnd.openxmlformats-officedocument.vmlDrawing",
                "png": "image/png",
            },
        ).replace(
            "</Types>",
            '<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
        ),
        "_rels/.rels": relationships(("officeDocument", "xl/workbook.xml"), ("extended-properties", "docProps/app.xml"), ("custom-properties", "docProps/custom.xml")),
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><fileVersion appName="xl" lastEdited="7"/><workbookPr codeName="ThisWorkbook"/>'
            '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="16000" windowHeight="9000"/></bookViews>'
            '<sheets><sheet name="Ledger" sheetId="1" r:id="rId1"/><sheet name="Pivot" sheetId="4" r:id="rId2"/></sheets>'
            '<externalReferences><externalReference r:id="rId10"/></externalReferences>'
            '<definedNames><definedName name="Closing">[1]Prices!$A$1</definedName><definedName name="Slicer_Grant_ID">#N/A</definedName></definedNames>'
            '<calcPr calcId="191029" iterate="1" iterateCount="25"/><pivotCaches><pivotCache cacheId="7" r:id="rId7"/></pivotCaches>'
            f'<extLst><ext xmlns:x15="{MS}/spreadsheetml/2010/11/main" uri="{{46BE6895-7355-4a93-B00E-2C351335B9C9}}">'
            f'<x15:slicerCaches xmlns:x14="{X14}"><x14:slicerCache r:id="rId8"/></x15:slicerCaches></ext></extLst></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": relationships(
            ("worksheet", "worksheets/sheet1.xml"),
            ("worksheet", "worksheets/sheet2.xml"),
            ("styles", "styles.xml"),
            ("sharedStrings", "sharedStrings.xml"),
            ("calcChain", "calcChain.xml"),
            (f"{MS}/2006/relationships/vbaProject", "vbaProject.bin"),
            ("pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"),
            (f"{x14_types}/slicerCache", "slicerCaches/slicerCache1.xml"),
            (f"{MS}/2017/10/relationships/person", "persons/person.xml"),
            ("externalLink", "externalLinks/externalLink1.xml"),
            ("customXml", "../customXml/item1.xml"),
        ),
        "xl/worksheets/sheet1.xml": LEDGER_SHEET,
        "xl/worksheets/_rels/sheet1.xml.rels": relationships(
            ("printerSettings", "../printerSettings/printerSettings1.bin"),
            ("drawing", "../drawings/drawing1.xml"),
            ("vmlDrawing", "../drawings/vmlDrawing1.vml"),
            ("comments", "../comments1.xml"),
            (f"{MS}/2017/10/relationships/threadedComment", "../threadedComments/threadedComment1.xml"),
            ("table", "../tables/table1.xml"),
            ("hyperlink", "https://example.com/holder"),
            (f"{x14_types}/slicer", "../slicers/slicer1.xml"),
        ),
        "xl/worksheets/sheet2.xml": PIVOT_SHEET,
        "xl/worksheets/_rels/sheet2.xml.rels": relationships(("pivotTable", "../pivotTables/pivotTable1.xml")),
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": STRINGS,
        "xl/calcChain.xml": f'<calcChain xmlns="{MAIN}"><c r="C4" i="1"/><c r="B4" i="1"/></calcChain>',
        "xl/tables/table1.xml": TABLE,
        "xl/comments1.xml": COMMENTS,
        "xl/threadedComments/threadedComment1.xml": THREADS,
        "xl/persons/person.xml": PERSONS,
        "xl/drawings/drawing1.xml": DRAWING,
        "xl/drawings/_rels/drawing1.xml.rels": relationships(("image", "../media/image1.png")),
        "xl/drawings/vmlDrawing1.vml": VML,
        "xl/media/image1.png": PIXEL,
        "xl/pivotCache/pivotCacheDefinition1.xml": PIVOT_CACHE,
        "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels": relationships(("pivotCacheRecords", "pivotCacheRecords1.xml")),
        "xl/pivotCache/pivotCacheRecords1.xml": PIVOT_RECORDS,
        "xl/pivotTables/pivotTable1.xml": PIVOT_TABLE,
        "xl/pivotTables/_rels/pivotTable1.xml.rels": relationships(("pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml")),
        "xl/slicers/slicer1.xml": SLICER,
        "xl/slicerCaches/slicerCache1.xml": SLICER_CACHE,
        "xl/externalLinks/externalLink1.xml": EXTERNAL,
        "xl/externalLinks/_rels/externalLink1.xml.rels": relationships(("externalLinkPath", "file:///C:/Prices.xlsx")),
        "xl/printerSettings/printerSettings1.bin": bytes(range(64)),
        "xl/vbaProject.bin": bytes(reversed(range(256))),
        "customXml/item1.xml": '<offer xmlns="urn:example:offer"><closing>2003-01-31</closing></offer>',
        "customXml/_rels/item1.xml.rels": relationships(("customXmlProps", "itemProps1.xml")),
        "customXml/itemProps1.xml": (
            '<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
            'ds:itemID="{7C9D2A11-0000-4000-8000-000000000001}"><ds:schemaRefs><ds:schemaRef ds:uri="urn:example:offer"/></ds:schemaRefs></ds:datastoreItem>'
        ),
        "docProps/app.xml": APP,
        "docProps/custom.xml": CUSTOM,
    }


DYNAMIC_SHEET = (
    f'<worksheet xmlns="{MAIN}"><dimension ref="A1:F5"/><sheetData>'
    '<row r="1"><c r="A1"><v>3</v></c><c r="B1" cm="1"><f t="array" ref="B1:B3">_xlfn._xlws.SORT(A1:A3)</f><v>1</v></c>'
    '<c r="C1"><f>_xlfn.LET(_xlpm.x,SUM(_xlfn.ANCHORARRAY(B1)),_xlpm.x*2)</f><v>12</v></c>'
    '<c r="D1"><f t="array" ref="D1:D3">A1:A3*2</f><v>6</v></c></row>'
    '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c><c r="C2"><f>_xlfn.SINGLE(A1:A3)</f><v>1</v></c><c r="D2"><v>2</v></c></row>'
    '<row r="3"><c r="A3"><v>2</v></c><c r="B3"><v>3</v></c>'
    '<c r="C3" t="b"><f>_xlfn.LAMBDA(_xlpm.a,_xlfn.ISOMITTED(_xlpm.a))(1)</f><v>0</v></c><c r="D3"><v>4</v></c>'
    '<c r="E3" vm="1" t="e"><v>#VALUE!</v></c></row>'
    '<row r="4"><c r="C4"><f>_xldudf_REGRANT_NEWSHARES(1000,2)</f><v>500</v></c></row>'
    '<row r="5"><c r="C5"><f>_xlfn.XLOOKUP(2,A1:A3,A1:A3)</f><v>2</v></c></row></sheetData></worksheet>'
)

METADATA = (
    f'<metadata xmlns="{MAIN}" xmlns:xlrd="{MS}/spreadsheetml/2017/richdata" xmlns:xda="{MS}/spreadsheetml/2017/dynamicarray">'
    '<metadataTypes count="2"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" '
    'splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/>'
    '<metadataType name="XLRICHVALUE" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" '
    'rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1"/></metadataTypes>'
    '<futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}">'
    '<xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>'
    '<futureMetadata name="XLRICHVALUE" count="1"><bk><extLst><ext uri="{3e2802c4-a4d2-4d8b-9148-e3be6c30e623}">'
    '<xlrd:rvb i="0"/></ext></extLst></bk></futureMetadata><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata>'
    '<valueMetadata count="1"><bk><rc t="2" v="0"/></bk></valueMetadata></metadata>'
)


def dynamic() -> Parts:
    """Spilling formulas, LET, LAMBDA, a custom function and a rich value, as Excel 365 writes them."""
    return {
        "[Content_Types].xml": types(
            {
                "xl/workbook.xml": f"{SHEETS}.sheet.main+xml",
                "xl/worksheets/sheet1.xml": f"{SHEETS}.worksheet+xml",
                "xl/styles.xml": f"{SHEETS}.styles+xml",
                "xl/metadata.xml": f"{SHEETS}.sheetMetadata+xml",
                "xl/calcChain.xml": f"{SHEETS}.calcChain+xml",
                "xl/richData/rdrichvalue.xml": "application/vnd.ms-excel.rdrichvalue+xml",
                "xl/richData/rdrichvaluestructure.xml": "application/vnd.ms-excel.rdrichvaluestructure+xml",
            },
            {},
        ),
        "_rels/.rels": relationships(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="Arrays" sheetId="1" r:id="rId1"/></sheets>'
            '<definedNames><definedName name="Twice">_xlfn.LAMBDA(_xlpm.n,_xlpm.n*2)</definedName></definedNames><calcPr calcId="191029"/></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": relationships(
            ("worksheet", "worksheets/sheet1.xml"),
            ("styles", "styles.xml"),
            ("sheetMetadata", "metadata.xml"),
            ("calcChain", "calcChain.xml"),
            (f"{MS}/2017/06/relationships/rdRichValue", "richData/rdrichvalue.xml"),
            (f"{MS}/2017/06/relationships/rdRichValueStructure", "richData/rdrichvaluestructure.xml"),
        ),
        "xl/worksheets/sheet1.xml": DYNAMIC_SHEET,
        "xl/styles.xml": STYLES,
        "xl/metadata.xml": METADATA,
        "xl/calcChain.xml": f'<calcChain xmlns="{MAIN}"><c r="B1" i="1" a="1"/><c r="C1" i="1"/></calcChain>',
        "xl/richData/rdrichvalue.xml": f'<rvData xmlns="{MS}/spreadsheetml/2017/richdata" count="1"><rv s="0"><v>8</v></rv></rvData>',
        "xl/richData/rdrichvaluestructure.xml": (
            f'<rvStructures xmlns="{MS}/spreadsheetml/2017/richdata" count="1"><s t="_error"><k n="errorType" t="i"/></s></rvStructures>'
        ),
    }


def prefixed() -> Parts:
    """The 1904 date system, every element with a prefix, inline and formatted text, dates written out, names in odd places."""
    plain = (
        f'<x:worksheet xmlns:x="{MAIN}"><!-- <x:sheetData> --><x:sheetFormatPr defaultRowHeight="15"/><x:cols><x:col min="1" max="1" width="20" customWidth="1"/></x:cols>'
        '<x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t xml:space="preserve"> Plan &amp; grant </x:t></x:is></x:c>'
        '<x:c r="B1" t="inlineStr"><x:is><x:r><x:rPr><x:b/></x:rPr><x:t>Exercise</x:t></x:r><x:r><x:t xml:space="preserve"> Price</x:t></x:r></x:is></x:c></x:row>'
        '<x:row r="2"><x:c r="A2"><x:v>35195</x:v></x:c><x:c r="B2"><x:v>1.25E1</x:v></x:c><x:c r="C2" t="b"><x:v>1</x:v></x:c></x:row>'
        '<x:row r="3"><x:c r="A3"><x:f t="shared" ref="A3:A4" si="0">A2+365</x:f><x:v>35560</x:v></x:c><x:c r="B3"><x:f>B2*2</x:f><x:v>25</x:v></x:c></x:row>'
        '<x:row r="4"><x:c r="A4"><x:f t="shared" si="0"/><x:v>35925</x:v></x:c></x:row></x:sheetData>'
        '<x:mergeCells count="1"><x:mergeCell ref="D1:E2"/></x:mergeCells><x:rowBreaks count="1" manualBreakCount="1"><x:brk id="2" max="16383" man="1"/></x:rowBreaks></x:worksheet>'
    )
    return {
        "[Content_Types].xml": types(
            {"xl/book.xml": f"{SHEETS}.sheet.main+xml", "xl/data/first.xml": f"{SHEETS}.worksheet+xml", "xl/looks.xml": f"{SHEETS}.styles+xml"}, {}
        ),
        "_rels/.rels": relationships(("officeDocument", "/xl/book.xml")),
        "xl/book.xml": (
            f'<x:workbook xmlns:x="{MAIN}" xmlns:o="{OFFICE}"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="O\'Brien&apos;s plan" sheetId="12" o:id="rId1"/></x:sheets>'
            "<x:definedNames><x:definedName name=\"Prices\">'O''Brien''s plan'!$B$2:$B$3</x:definedName></x:definedNames></x:workbook>"
        ),
        "xl/_rels/book.xml.rels": relationships(("worksheet", "/xl/data/first.xml"), ("styles", "looks.xml")),
        "xl/data/first.xml": plain,
        "xl/looks.xml": re.sub(r"<(/?)([a-zA-Z])", r"<\1x:\2", STYLES.split("<extLst>")[0]).replace("xmlns=", "xmlns:x=") + "</x:styleSheet>",
    }


def save(path: Path, content: Parts) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in content.items():
            info = zipfile.ZipInfo(name, (2003, 1, 2, 9, 30, 0))
            text = part if isinstance(part, bytes) or part.startswith("<?xml") else DECLARATION + part
            archive.writestr(info, text if isinstance(text, bytes) else text.encode(), zipfile.ZIP_DEFLATED)


folder = Path(sys.argv[1])
save(folder / "hand-parts.xlsm", parts())
save(folder / "hand-dynamic.xlsx", dynamic())
save(folder / "hand-prefixed.xlsx", prefixed())
