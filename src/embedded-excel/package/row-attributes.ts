/** A row's attributes in a file: those that the model knows, and the rest as they stand. @see ECMA-376 part 1, 18.3.1.73 */
import type { RowProperties } from '../model/cell-grid.ts';
import { decodeEntities } from './xml.ts';

const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The properties of a row, from the text of its attributes without `r` and `spans`. */
export function parseRow(source: string): RowProperties {
  const properties: { -readonly [Name in keyof RowProperties]: RowProperties[Name] } = {};
  let kept = '';
  let styled = false;
  let style: number | undefined;
  for (const [whole, name, double, single] of source.matchAll(ATTRIBUTE)) {
    const value = decodeEntities(double ?? single ?? '');
    const on = value === '1' || value === 'true';
    if (name === 'ht') properties.height = Number(value);
    else if (name === 'hidden') properties.hidden = on;
    else if (name === 's') style = Number(value);
    else if (name === 'customFormat') styled = on;
    else if (name === 'outlineLevel') properties.outlineLevel = Number(value);
    else kept += ` ${whole}`;
  }
  if (styled && style !== undefined) properties.style = style;
  if (kept !== '') properties.kept = kept;
  return properties;
}
