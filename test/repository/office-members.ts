/**
 * Which members of Office.js the add-in uses, and which requirement set each needs: read from the sources by the
 * TypeScript compiler, on the real typings and their `[Api set: ...]` tags. Knows nothing of what Regrant does with them.
 */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { root } from '../../scripts/root.mjs';

/** A requirement set as the typings write it: `ExcelApi 1.9`. */
export interface RequirementSet {
  readonly name: string;
  readonly version: string;
}

export interface MemberUse {
  /** As documentation names it: `Excel.Range.values`. */
  readonly member: string;
  /** Undefined where the typings name no set: it is as old as Office.js. */
  readonly set: RequirementSet | undefined;
  /** `src/workbook/excel/read-cells.ts:54` */
  readonly place: string;
  /** The sets that the code around it asks for by `isSetSupported` before it gets there. */
  readonly guards: readonly RequirementSet[];
}

const TYPINGS = '/@types/office-js/';
const TAG = /\[Api set:\s*([A-Za-z]*)\s+(\d+(?:\.\d+)*)/;

/** -1, 0 or 1, as versions compare: 1.10 is above 1.9. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let part = 0; part < Math.max(left.length, right.length); part++) {
    const difference = (left[part] ?? 0) - (right[part] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}

/** The set in the comment of a declaration, or else in that of the class or namespace around it. */
function setOf(declaration: ts.Node): RequirementSet | undefined {
  for (let node: ts.Node = declaration; !ts.isSourceFile(node); node = node.parent) {
    for (const comment of ts.getJSDocCommentsAndTags(node)) {
      const match = TAG.exec(comment.getFullText());
      if (match !== null) return { name: match[1] ?? '', version: match[2] ?? '' };
    }
  }
  return undefined;
}

const isOfficeDeclaration = (node: ts.Node): boolean => node.getSourceFile().fileName.includes(TYPINGS);

/** The dotted name of a declared member: namespaces and class around it, then itself. */
function memberName(declaration: ts.Declaration): string {
  const names: string[] = [];
  for (let node: ts.Node = declaration; !ts.isSourceFile(node); node = node.parent) {
    const name = (node as { name?: ts.Node }).name;
    if (name !== undefined) names.unshift(name.getText());
  }
  return names.join('.');
}

/** The sets that a condition asks for. */
function setsAskedBy(condition: ts.Node): readonly RequirementSet[] {
  const asked: RequirementSet[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /\bisSetSupported$/.test(node.expression.getText())) {
      const [name, version] = node.arguments.map((argument) =>
        ts.isStringLiteralLike(argument) ? argument.text : '',
      );
      asked.push({ name: name ?? '', version: version ?? '1.1' });
    }
    ts.forEachChild(node, visit);
  };
  visit(condition);
  return asked;
}

const returnsAtOnce = (statement: ts.Statement): boolean =>
  ts.isReturnStatement(statement) ||
  ts.isThrowStatement(statement) ||
  (ts.isBlock(statement) && statement.statements.some(returnsAtOnce));

/** The guards on the way to a node: conditions around it, and early returns where a set is missing. */
function guardsAround(node: ts.Node): readonly RequirementSet[] {
  const guards: RequirementSet[] = [];
  for (let child = node; !ts.isSourceFile(child); child = child.parent) {
    const { parent } = child;
    if (ts.isIfStatement(parent) && parent.thenStatement === child)
      guards.push(...setsAskedBy(parent.expression));
    else if (ts.isConditionalExpression(parent) && parent.whenTrue === child)
      guards.push(...setsAskedBy(parent.condition));
    else if (
      ts.isBinaryExpression(parent) &&
      parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken &&
      parent.right === child
    )
      guards.push(...setsAskedBy(parent.left));
    else if (ts.isBlock(parent)) {
      for (const before of parent.statements) {
        if (before === child) break;
        if (
          ts.isIfStatement(before) &&
          ts.isPrefixUnaryExpression(before.expression) &&
          before.expression.operator === ts.SyntaxKind.ExclamationToken &&
          returnsAtOnce(before.thenStatement)
        )
          guards.push(...setsAskedBy(before.expression));
      }
    }
  }
  return guards;
}

/** The declaration that a name in the sources resolves to; for a call, that of the overload which it takes. */
function declarationOf(checker: ts.TypeChecker, name: ts.Node): ts.Declaration | undefined {
  const callee = ts.isPropertyAccessExpression(name.parent) ? name.parent : name;
  if (ts.isCallExpression(callee.parent) && callee.parent.expression === callee) {
    const overload = checker.getResolvedSignature(callee.parent)?.declaration;
    if (overload !== undefined && isOfficeDeclaration(overload)) return overload;
  }
  if (ts.isPropertyAssignment(name.parent) || ts.isShorthandPropertyAssignment(name.parent)) {
    const literal = name.parent.parent;
    const property = checker.getContextualType(literal)?.getProperty(name.getText());
    return property?.declarations?.[0];
  }
  const symbol = checker.getSymbolAtLocation(name);
  if (symbol === undefined) return undefined;
  const resolved = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return resolved.declarations?.[0];
}

/** Every use of an Office.js member in these folders of the repository, tests left out. */
export function officeMembersUsed(folders: readonly string[]): readonly MemberUse[] {
  const configPath = join(root, 'tsconfig.addin.json');
  const config = ts.getParsedCommandLineOfConfigFile(
    configPath,
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
  );
  if (config === undefined) throw new Error(`${configPath} cannot be read.`);
  const program = ts.createProgram(config.fileNames, config.options);
  const checker = program.getTypeChecker();
  const uses: MemberUse[] = [];
  for (const source of program.getSourceFiles()) {
    const path = relative(root, source.fileName).replaceAll('\\', '/');
    if (!folders.some((folder) => path.startsWith(`${folder}/`))) continue;
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node) && !ts.isPartOfTypeNode(node)) {
        const declaration = declarationOf(checker, node);
        if (
          declaration !== undefined &&
          isOfficeDeclaration(declaration) &&
          !ts.isModuleDeclaration(declaration)
        ) {
          const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
          uses.push({
            member: memberName(declaration),
            set: setOf(declaration),
            place: `${path}:${line + 1}`,
            guards: guardsAround(node),
          });
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return uses;
}

/** The requirement sets that the manifest demands, by name. */
export function requiredSets(): ReadonlyMap<string, string> {
  const manifest = readFileSync(join(root, 'manifest.xml'), 'utf8');
  const sets = manifest.matchAll(/<Set Name="([^"]+)" MinVersion="([^"]+)"\/>/g);
  return new Map([...sets].map(([, name = '', version = '']) => [name, version]));
}
