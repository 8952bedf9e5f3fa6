/**
 * Text to tree: the parser @borgar/fx, with what it lacks mended before it sees the formula: the prefixes of newer
 * functions in files, and references that were deleted (`Sheet1!#REF!`). It does not know what a formula means.
 */
import { type AstExpression, parse, type Token, tokenize } from '@borgar/fx/xlsx';

const FUNCTION_PREFIX = /^(?:_xlfn\.|_xlws\.|_xludf\.)+/i;
const PARAMETER_PREFIX = /^_xlpm\./i;

/** The tokens of a formula in user spelling; a missing `=` is no matter. */
export function formulaTokens(formula: string): Token[] {
  const tokens = tokenize(formula.startsWith('=') ? formula : `=${formula}`, { withLocation: false });
  const clean: Token[] = [];
  for (const token of tokens) {
    const { type, value } = token;
    if (type === 'func' && value.startsWith('_'))
      clean.push({ ...token, value: value.replace(FUNCTION_PREFIX, '') });
    else if (type === 'range_named' && value.startsWith('_'))
      clean.push({ ...token, value: value.replace(FUNCTION_PREFIX, '').replace(PARAMETER_PREFIX, '') });
    else if (type === 'error' && clean.at(-1)?.value === '!') {
      // A deleted reference keeps its sheet's name: `Sheet1!#REF!` is just #REF!.
      clean.splice(-2, 2, token);
    } else clean.push(token);
  }
  return clean;
}

/** @throws Error the text is no formula */
export const parseTokens = (tokens: Token[]): AstExpression => parse(tokens, { looseRefCalls: true });

/** @throws Error the text is no formula */
export const parseFormula = (formula: string): AstExpression => parseTokens(formulaTokens(formula));

/** Whether the whole formula stands in parentheses, which the tree does not tell. */
export function isParenthesised(tokens: readonly Token[]): boolean {
  const significant = tokens.filter(
    ({ type }) => type !== 'fx_prefix' && type !== 'whitespace' && type !== 'newline',
  );
  if (significant[0]?.value !== '(') return false;
  let depth = 0;
  for (const [index, { type, value }] of significant.entries()) {
    if (type !== 'operator') continue;
    if (value === '(') depth++;
    if (value === ')' && --depth === 0) return index === significant.length - 1;
  }
  return false;
}

/** How deep a formula's expressions lie in each other: parentheses, and signs that follow on signs. */
export function nesting(tokens: readonly Token[]): number {
  let [depth, signs, deepest] = [0, 0, 0];
  for (const { type, value } of tokens) {
    if (type === 'whitespace' || type === 'newline') continue;
    const isSign = type === 'operator' && /^[-+@%#]$/.test(value);
    signs = isSign ? signs + 1 : 0;
    if (type === 'operator' && value === '(') depth++;
    else if (type === 'operator' && value === ')') depth--;
    deepest = Math.max(deepest, depth + signs);
  }
  return deepest;
}
