/** No call to Office.js that the manifest's requirements do not cover, or the code asks for first. */
import assert from 'node:assert/strict';
import { compareVersions, type MemberUse, officeMembersUsed, requiredSets } from './office-members.ts';

const ROOMS = ['src/workbook', 'src/commands', 'src/taskpane'];

/** Uses above the manifest that no `isSetSupported` around them covers, by member, with the reason why that is right. */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  [
    'Office.AddinCommands.Event.completed',
    "the tag is Outlook's; Excel has it with AddinCommands 1.1, which an add-in with ribbon commands needs anyway",
  ],
]);

/** Whether every Excel that may load the add-in has the member, or the code around it has asked. */
function isCovered(use: MemberUse, required: ReadonlyMap<string, string>): boolean {
  const { set } = use;
  if (set === undefined || set.name === '') return true;
  const promised = [
    required.get(set.name),
    ...use.guards.filter(({ name }) => name === set.name).map((g) => g.version),
  ];
  return promised.some((version) => version !== undefined && compareVersions(version, set.version) >= 0);
}

describe('The Office.js members that the add-in uses', () => {
  const required = requiredSets();
  let uses: readonly MemberUse[] = [];

  before(() => {
    uses = officeMembersUsed(ROOMS);
  });

  it('are found, from the workbook and its ranges to the run itself', () => {
    const members = new Set(uses.map(({ member }) => member));
    for (const member of ['Excel.run', 'Excel.Range.values', 'Excel.Workbook.worksheets'])
      assert.ok(members.has(member), member);
    assert.equal(uses.find(({ member }) => member === 'Excel.Range.values')?.set?.name, 'ExcelApi');
  });

  it("need no requirement set above the manifest's, unless the code asks for it first", () => {
    const above = uses
      .filter((use) => !isCovered(use, required) && !EXCEPTIONS.has(use.member))
      .map(({ member, set, place }) => `${place}: ${member} needs ${set?.name ?? ''} ${set?.version ?? ''}`);
    assert.deepEqual(above, []);
  });

  it('are excepted only where they are used and above the manifest', () => {
    for (const [member, reason] of EXCEPTIONS) {
      assert.ok(reason.length > 20, `${member} has a reason`);
      assert.ok(
        uses.some((use) => use.member === member && !isCovered(use, required)),
        `${member} needs no exception`,
      );
    }
  });
});
