/** The theme of a new workbook: the colours that Office has had since 2013, plain lines and fills. */
import { xmlDocument } from './package-parts.ts';

const COLORS: readonly (readonly [string, string])[] = [
  ['dk1', '000000'],
  ['lt1', 'FFFFFF'],
  ['dk2', '44546A'],
  ['lt2', 'E7E6E6'],
  ['accent1', '4472C4'],
  ['accent2', 'ED7D31'],
  ['accent3', 'A5A5A5'],
  ['accent4', 'FFC000'],
  ['accent5', '5B9BD5'],
  ['accent6', '70AD47'],
  ['hlink', '0563C1'],
  ['folHlink', '954F72'],
];

const fonts = (name: string, latin: string): string =>
  `<a:${name}><a:latin typeface="${latin}"/><a:ea typeface=""/><a:cs typeface=""/></a:${name}>`;
const thrice = (text: string): string => text.repeat(3);
const FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';

export const BLANK_THEME = xmlDocument(
  '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office"><a:themeElements>' +
    `<a:clrScheme name="Office">${COLORS.map(([name, rgb]) => `<a:${name}><a:srgbClr val="${rgb}"/></a:${name}>`).join('')}</a:clrScheme>` +
    `<a:fontScheme name="Office">${fonts('majorFont', 'Calibri Light')}${fonts('minorFont', 'Calibri')}</a:fontScheme>` +
    `<a:fmtScheme name="Office"><a:fillStyleLst>${thrice(FILL)}</a:fillStyleLst>` +
    `<a:lnStyleLst>${thrice(`<a:ln w="6350">${FILL}</a:ln>`)}</a:lnStyleLst>` +
    `<a:effectStyleLst>${thrice('<a:effectStyle><a:effectLst/></a:effectStyle>')}</a:effectStyleLst>` +
    `<a:bgFillStyleLst>${thrice(FILL)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`,
);
