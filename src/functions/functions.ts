/**
 * The entry of `functions.js`: hands every custom function to Excel. Loaded alone, it touches nothing but the global
 * `CustomFunctions`.
 */
import { callable } from './call.ts';
import { CATALOGUE } from './catalogue.ts';
import { excel } from './excel.ts';

for (const declaration of CATALOGUE) excel().associate(declaration.name, callable(declaration));
