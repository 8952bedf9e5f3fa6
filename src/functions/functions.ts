/**
 * The entry of `functions.js`: hands every custom function to Excel. Loaded alone, it touches nothing but the global
 * `CustomFunctions`.
 */
import { callable } from './call.ts';
import { CATALOGUE } from './catalogue.ts';
import { excel, isExcel } from './excel.ts';

// A page outside of Excel has nobody who would call them.
if (isExcel())
  for (const declaration of CATALOGUE) excel().associate(declaration.name, callable(declaration));
