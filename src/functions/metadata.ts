/**
 * functions.json: what Excel knows of the functions before it loads them, made from their declarations. Knows
 * Excel's format, not what any function does.
 */
import { CATALOGUE } from './catalogue.ts';
import type { ExcelType, FunctionDeclaration, Parameter } from './declaration.ts';
import { mayCarryFormat } from './number-formats.ts';

/** Where the add-in is served during development; a build for another place says so. */
const DEVELOPMENT_ORIGIN = 'https://localhost:3000';

export interface ParameterMetadata {
  readonly name: string;
  readonly description: string;
  readonly type: ExcelType;
  readonly dimensionality?: 'matrix';
  readonly optional?: true;
}

export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly result: { readonly type?: ExcelType; readonly dimensionality?: 'matrix' };
}

export interface FunctionsJson {
  /** Cells that carry more than a value reach a parameter of type `any` whole, and results may; see `argument.ts`. */
  readonly allowCustomDataForDataTypeAny: true;
  /** Errors reach a parameter of type `any`, so that one bad cell does not cost a whole ledger its answer. */
  readonly allowErrorForDataTypeAny: true;
  readonly functions: readonly FunctionMetadata[];
}

/**
 * The object that the build writes into functions.json.
 *
 * @param origin where the add-in is served, without a slash at its end
 */
export const functionsJson = (origin = DEVELOPMENT_ORIGIN): FunctionsJson => ({
  allowCustomDataForDataTypeAny: true,
  allowErrorForDataTypeAny: true,
  functions: CATALOGUE.map((declaration) => metadataOf(declaration, origin)),
});

const metadataOf = (
  { name, description, parameters, result }: FunctionDeclaration,
  origin: string,
): FunctionMetadata => ({
  id: name,
  name,
  description,
  // The build writes it beside functions.json; see `help-page.ts`.
  helpUrl: `${origin}/functions/${name.toLowerCase()}.html`,
  parameters: parameters.map(parameterMetadata),
  result: {
    // A value that carries a number format is none of a declared `number`.
    ...(result.type === 'any' || mayCarryFormat(result.format) ? {} : { type: result.type }),
    ...(result.columns === undefined ? {} : { dimensionality: 'matrix' }),
  },
});

const parameterMetadata = ({ name, description, kind, optional }: Parameter<unknown>): ParameterMetadata => ({
  name,
  description,
  type: kind.type,
  ...(kind.dimensionality === 'matrix' ? { dimensionality: 'matrix' } : {}),
  ...(optional ? { optional: true } : {}),
});
