/** A row's attributes in a file: those that the model knows, and the rest as they stand. @see ECMA-376 part 1, 18.3.1.73 */
import type { RowProperties } from '../model/cell-grid.ts';
import { decodeEntities } from './xml.ts';

/** One attribute, tried only where a name begins: searching for one inside a long name costs its length squared. */
const ATTRIBUTE = /\s*([^\s="']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;

/** The properties of a row, from the text of its attributes without `r` and `spans`. */
export function parseRow(source: string): RowProperties {
  const properties: { -readonly [Name in keyof RowProperties]: RowProperties[Name] } = {};
  let kept = '';
  let styled = false;
  let style: number | undefined;
  ATTRIBUTE.lastIndex = 0;
  for (let found = ATTRIBUTE.exec(source); found !== null; found = ATTRIBUTE.exec(source)) {
    const [whole, name, double, single] = found;
    const value = decodeEntities(double ?? single ?? '');
    const on = value === '1' || value === 'true';
    if (name === 'ht') properties.height = Number(value);
    else if (name === 'hidden') properties.hidden = on;
    else if (name === 's') style = Number(value);
    else if (name === 'customFormat') styled = on;
    else if (name === 'outlineLevel') properties.outlineLevel = Number(value);
    else kept += ` ${whole.trimStart()}`;
  }
  if (styled && style !== undefined) properties.style = style;
  if (kept !== '') properties.kept = kept;
  return properties;
}
