/**
 * The whole path in every Excel that is less kind than the embedded one by itself: what is in the cells is the same. The
 * table of docs/excel-modes.md is the list of these Excels, and each of its rows a test that passes.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { HOST_MODES, hostModes } from '@regrant/embedded-excel/node';
import { type PathTaken, takePath } from './host-path.ts';

describe('The whole path of an offer', () => {
  let kind: PathTaken;
  const passed: string[] = [];

  before(async function () {
    this.timeout(60_000);
    kind = await takePath(hostModes([]));
  });

  for (const { name } of HOST_MODES)
    it(`ends with the same cells in an Excel with ${name}`, async () => {
      assert.deepEqual(await takePath(hostModes([name])), kind);
      passed.push(name);
    }).timeout(60_000);

  it('is told in docs/excel-modes.md for each mode with its source, and whether it passes', () => {
    const cellsOf = (line: string): string[] =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
    const rows = readFileSync(new URL('../../docs/excel-modes.md', import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map(cellsOf);
    assert.deepEqual(
      rows,
      HOST_MODES.map(({ name, what, source }) => [
        `\`${name}\``,
        what,
        source,
        passed.includes(name) ? 'yes' : 'no',
      ]),
    );
  });
});
