/**
 * What a test says when it needs a program beside Node. Where the program is missing, the tests are skipped and
 * counted with the reason; under CI they fail. Finding and installing is the business of `npm test`.
 */
import { findTool, TOOLS, type ToolName } from '../scripts/find-tools.ts';
import { underCi } from '../scripts/under-ci.ts';

/** The program of a tool that `needs` has asked for. */
export function tool(name: ToolName): string {
  const program = findTool(name);
  if (program === undefined) throw new Error(`${TOOLS[name].title} is missing: say needs('${name}') first.`);
  return program;
}

/** Inside `describe`: every test of the suite needs these programs. */
export function needs(...names: readonly ToolName[]): void {
  before(function () {
    const missing = names.filter((name) => findTool(name) === undefined).map((name) => TOOLS[name].title);
    if (missing.length === 0) return;
    if (underCi()) throw new Error(`Under CI a missing tool is a failure: ${missing.join(', ')}.`);
    // The reporter counts skipped tests by this; it is what mocha brings along from a parallel worker.
    const reason = new Error(`${missing.join(' and ')} not found`);
    const suite = this.test?.parent;
    suite?.eachTest((test) => (test.err = reason));
    // Nor do hooks of a pending suite run: what should have been opened before the tests is not there to be closed.
    if (suite !== undefined) suite.pending = true;
    this.skip();
  });
}
