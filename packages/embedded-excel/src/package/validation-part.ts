/** Data validations between a sheet's part and the model. @see ECMA-376 part 1, 18.3.1.32 and 18.3.1.33 */
import { areaAddress, parseAreas } from '../model/area.ts';
import type { DataValidation, ValidationKind, ValidationOperator } from '../model/validation.ts';
import { defined } from './style-reader.ts';
import {
  attributeText,
  booleanAttribute,
  child,
  childrenOf,
  decodeXstring,
  encodeXstring,
  escapeText,
  type XmlElement,
} from './xml.ts';

const OPERATORS: Readonly<Record<string, ValidationOperator>> = {
  between: 'between',
  notBetween: 'notBetween',
  equal: 'equal',
  notEqual: 'notEqual',
  lessThan: 'lessThan',
  lessThanOrEqual: 'lessThanOrEqual',
  greaterThan: 'greaterThan',
  greaterThanOrEqual: 'greaterThanOrEqual',
};
const KINDS: readonly ValidationKind[] = [
  'none',
  'whole',
  'decimal',
  'list',
  'date',
  'time',
  'textLength',
  'custom',
];
const ERROR_STYLES = ['stop', 'warning', 'information'] as const;

export function readValidations(
  list: XmlElement | undefined,
  spell: (formula: string) => string,
): DataValidation[] {
  return childrenOf(list, 'dataValidation').map((element) => {
    const text = (name: string): string | undefined => {
      const value = element.attributes.get(name);
      return value === undefined ? undefined : decodeXstring(value);
    };
    const formula = (local: string): string | undefined => {
      const found = child(element, local)?.text;
      return found === undefined || found === '' ? undefined : spell(found);
    };
    return {
      areas: parseAreas(element.attributes.get('sqref') ?? ''),
      kind: KINDS.find((kind) => kind === element.attributes.get('type')) ?? 'none',
      ...defined<Omit<DataValidation, 'areas' | 'kind'>>({
        operator: OPERATORS[element.attributes.get('operator') ?? ''],
        formula1: formula('formula1'),
        formula2: formula('formula2'),
        ignoreBlank: booleanAttribute(element, 'allowBlank'),
        // The file's attribute says the opposite of its name.
        showsDropDown: booleanAttribute(element, 'showDropDown') === true ? false : undefined,
        errorStyle: ERROR_STYLES.find((style) => style === element.attributes.get('errorStyle')),
        showsError: booleanAttribute(element, 'showErrorMessage'),
        errorTitle: text('errorTitle'),
        errorMessage: text('error'),
        showsPrompt: booleanAttribute(element, 'showInputMessage'),
        promptTitle: text('promptTitle'),
        promptMessage: text('prompt'),
      }),
    };
  });
}

export function writeValidations(
  validations: readonly DataValidation[],
  spell: (formula: string) => string,
  p: string,
): string {
  const written = validations
    .filter(({ areas }) => areas.length > 0)
    .map((validation) => {
      const attributes = attributeText({
        type: validation.kind === 'none' ? undefined : validation.kind,
        errorStyle: validation.errorStyle === 'stop' ? undefined : validation.errorStyle,
        operator: validation.operator === 'between' ? undefined : validation.operator,
        allowBlank: validation.ignoreBlank || undefined,
        showDropDown: validation.showsDropDown === false || undefined,
        showInputMessage: validation.showsPrompt || undefined,
        showErrorMessage: validation.showsError || undefined,
        errorTitle: validation.errorTitle && encodeXstring(validation.errorTitle),
        error: validation.errorMessage && encodeXstring(validation.errorMessage),
        promptTitle: validation.promptTitle && encodeXstring(validation.promptTitle),
        prompt: validation.promptMessage && encodeXstring(validation.promptMessage),
        sqref: validation.areas.map(areaAddress).join(' '),
      });
      const formula = (text: string | undefined, name: string): string =>
        text === undefined ? '' : `<${p}${name}>${escapeText(spell(text))}</${p}${name}>`;
      const inner = formula(validation.formula1, 'formula1') + formula(validation.formula2, 'formula2');
      return inner === ''
        ? `<${p}dataValidation${attributes}/>`
        : `<${p}dataValidation${attributes}>${inner}</${p}dataValidation>`;
    });
  return written.length === 0
    ? ''
    : `<${p}dataValidations count="${written.length}">${written.join('')}</${p}dataValidations>`;
}
