/** What docs/architecture.md says of the rooms is what the lint holds the code to. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/root.mjs';
import rooms from '../../scripts/rooms.cjs';

const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');

/** The rows of the table under a heading, as room and what it may import. */
function tableUnder(heading: string): Record<string, string> {
  const [, section = ''] = page.split(`## ${heading}\n`);
  const rows = (section.split('\n## ')[0] ?? '').split('\n').flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    const [, room] = /^`(.+)`$/.exec(cells[1] ?? '') ?? [];
    return room === undefined ? [] : [[room, cells[3] ?? ''] as const];
  });
  return Object.fromEntries(rows);
}

const asShown = (declared: Readonly<Record<string, readonly string[]>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(declared).map(([room, allowed]) => [
      room,
      allowed.length === 0 ? 'nothing' : allowed.map((name) => name.replace(/^domain\//, '')).join(', '),
    ]),
  );

describe('docs/architecture.md', () => {
  it('shows each room and what it may import, as the lint has it', () => {
    assert.deepEqual(tableUnder('Rooms of `src`'), asShown(rooms.ROOMS));
    assert.deepEqual(tableUnder('Rooms of `domain/offer`'), asShown(rooms.OFFER_ROOMS));
    assert.deepEqual(tableUnder('Rooms of `workbook`'), asShown(rooms.WORKBOOK_ROOMS));
  });

  it('leaves no folder without a room, and has no room without a folder', () => {
    const folders = (path: string): string[] =>
      readdirSync(join(root, path), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name);
    assert.deepEqual(folders('src/domain/offer').sort(), Object.keys(rooms.OFFER_ROOMS).sort());
    assert.deepEqual(folders('src/workbook').sort(), Object.keys(rooms.WORKBOOK_ROOMS).sort());
    const inSrc = [
      ...folders('src').filter((name) => name !== 'domain'),
      ...folders('src/domain').map((name) => `domain/${name}`),
    ];
    assert.deepEqual(inSrc.sort(), Object.keys(rooms.ROOMS).sort());
    for (const room of Object.keys(rooms.EMBEDDED_ROOMS))
      assert.ok(existsSync(join(root, 'packages/embedded-excel/src', room)), room);
  });

  it('fits on one screen, so that it is read', () => {
    assert.ok(page.split('\n').length <= 75, `${String(page.split('\n').length)} lines`);
  });
});
