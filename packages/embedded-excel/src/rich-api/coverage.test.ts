/** The host serves what the add-in uses, and declares nothing that office.js's typings do not have. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { officeMembersUsed } from '../../../../test/repository/office-members.ts';
import { MEMBER_CASES } from '../bridge/member-cases.fixture.ts';
import { missingMembers, servedMembers } from './coverage.ts';
import { membersAfter, SINCE } from './newer-members.ts';

/** The classes of host objects in the typings: each member with the second number of its set (13 for ExcelApi 1.13). */
function typedClasses(): Map<string, Map<string, number>> {
  const require = createRequire(import.meta.url);
  const text = readFileSync(
    join(require.resolve('@types/office-js/package.json'), '../index.d.ts'),
    'utf8',
  ).replace(/\r/g, '');
  const [, excel = ''] = /^declare namespace Excel \{$(.*?)^\}$/ms.exec(text) ?? [];
  const classes = new Map<string, Map<string, number>>();
  for (const [, name = '', body = ''] of excel.matchAll(
    /^ {4}class (\w+)(?:<\w+>)? extends OfficeExtension\.ClientObject \{$(.*?)^ {4}\}$/gms,
  ))
    classes.set(name, membersIn(body));
  return classes;
}

/** A member's tag stands in the comment above it; of overloads the oldest counts. */
function membersIn(body: string): Map<string, number> {
  const members = new Map<string, number>();
  let tag = 1;
  for (const [, set, member] of body.matchAll(
    /\[Api set: ExcelApi 1\.(\d+)|^ {8}(?:readonly )?(\w+)\??[:(]/gm,
  ))
    if (member === undefined) tag = Number(set);
    else {
      members.set(member, Math.min(tag, members.get(member) ?? tag));
      tag = 1;
    }
  return members;
}

describe('the object model of the embedded Excel', () => {
  const classes = typedClasses();

  it('is compared with typings that were read', () => {
    assert.ok(classes.size > 100);
    assert.ok(classes.get('Range')?.has('values'));
  });

  /** Where the add-in uses Office.js, by member. */
  let used: ReadonlyMap<string, string>;
  const folders = ['src/workbook', 'src/commands', 'src/taskpane'];

  before(() => {
    used = new Map(officeMembersUsed(folders).map(({ member, place }) => [member, place]));
  });

  it("is compared with every part of the add-in's source", () => {
    for (const folder of folders)
      assert.ok(
        [...used.values()].some((place) => place.startsWith(`${folder}/`)),
        folder,
      );
  });

  it('has a case that shows each member that the add-in uses', () => {
    const shown = new Set(MEMBER_CASES.flatMap(({ members }) => members.split(' ')));
    const served = servedMembers();
    const members = [...used.keys()].flatMap((name) => {
      const [, type = '', member = ''] = /^Excel\.(\w+)\.(\w+)$/.exec(name) ?? [];
      return served.get(type)?.has(member) === true ? [`${type}.${member}`] : [];
    });
    assert.ok(members.length > 80, String(members.length));
    assert.deepEqual(
      members.filter((member) => !shown.has(member)),
      [],
    );
  });

  it('has every member of Excel that the add-in uses', () => {
    assert.ok(used.has('Excel.Range.values'));
    assert.deepEqual(
      missingMembers(used.keys(), (name) => classes.has(name)),
      [],
    );
  });

  it('notices a member that is missing', () => {
    const members = ['Excel.Range.values', 'Excel.Range.flashFill', 'Excel.PivotTable.name', 'Excel.run'];
    assert.deepEqual(
      missingMembers(members, (name) => classes.has(name)),
      ['Excel.PivotTable.name', 'Excel.Range.flashFill'],
    );
  });

  it('knows which of its members an Excel before ExcelApi 1.13 does not have', () => {
    const newer = [...servedMembers()].flatMap(([name, members]) =>
      [...members].flatMap((member) => {
        const set = classes.get(name)?.get(member) ?? 1;
        return set > 12 ? [[`${name}.${member}`, set] as const] : [];
      }),
    );
    assert.deepEqual(Object.fromEntries(newer), SINCE);
    assert.deepEqual(
      [membersAfter(1.13).has('Table.resize'), membersAfter(1.12).has('Table.resize')],
      [false, true],
    );
  });

  it("declares only members that are in Microsoft's typings", () => {
    // `getItemAt` and `getCount` come with every collection; the client calls them even where the typings are silent.
    const generic = new Set(['getItemAt', 'getCount']);
    const invented = [...servedMembers()].flatMap(([name, members]) =>
      [...members]
        .filter((member) => !generic.has(member) && classes.get(name)?.has(member) !== true)
        .map((member) => `${name}.${member}`),
    );
    assert.deepEqual(invented, []);
  });
});
