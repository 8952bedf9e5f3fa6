/** Shared formulas, as files have them: the moving of references itself stands with the model. */
export { shiftable } from '../model/formula-references.ts';
