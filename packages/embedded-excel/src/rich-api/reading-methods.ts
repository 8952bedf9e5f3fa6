/**
 * Which methods of the object model leave the workbook as it is: those that a workbook opened to be looked at still
 * answers. Whatever is not known to read is taken to write.
 */
import type { ClassName } from './targets.ts';

/** Classes whose methods calculate, answer or ask for the pane, and never touch a cell. */
const HARMLESS: ReadonlySet<ClassName> = new Set([
  'Application',
  'Functions',
  'CustomFunctions',
  'AddinInternalService',
  'AppRuntimeService',
]);

/** Looking around and calculating; what is selected belongs to the person, not to the file. */
const VERBS = /^_?get|^_ValidateArraySize$|^(?:activate|calculate|select)$/i;

export const isReading = (className: ClassName, method: string): boolean =>
  HARMLESS.has(className) || VERBS.test(method);
