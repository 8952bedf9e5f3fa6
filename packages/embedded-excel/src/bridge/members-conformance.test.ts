/** Every member that the add-in uses behaves as documented; the coverage test finds members without a case. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import { OBJECT_MODEL } from '../rich-api/object-model.ts';
import type { ClassName } from '../rich-api/targets.ts';
import { MEMBER_CASES, OBJECT_PATHS, SHEET_OF_PATHS } from './member-cases.fixture.ts';
import { type OfficeSession, openOffice } from '../testing/office-session.ts';

/** What the client says of an error, as a code; the context is of its own, so that one failure does not spoil the rest. */
const CODE = `const code = async (attempt) => { try { await attempt(); await context.sync(); return 'done'; } catch (error) { return error.code; } };`;

describe('the members that the add-in uses', () => {
  let office: OfficeSession;
  let number = 0;

  before(async () => {
    office = await openOffice();
  });
  after(() => office.close());
  afterEach(() => {
    assert.deepEqual(office.server.session.faults, [], 'the host itself has faults');
    assert.deepEqual([...office.server.unsupported], [], 'a member is missing');
  });

  const onSheet = (body: string): Promise<unknown> =>
    office.evaluate(`
      const name = 'Case ${++number}';
      try {
        return await Excel.run(async (context) => { ${CODE} const sheet = context.workbook.worksheets.add(name); await context.sync(); ${body} });
      } finally {
        await Excel.run(async (context) => { context.workbook.worksheets.getItemOrNullObject(name).delete(); await context.sync(); });
      }`);

  for (const { says, members, body, gives } of MEMBER_CASES)
    it(`${says} (${members})`, async () => {
      assert.deepEqual(await onSheet(body), gives);
    });

  /** Properties with plain values of the classes that the add-in uses. */
  const scalars = Object.keys(OBJECT_PATHS).map((type) => ({
    type,
    path: OBJECT_PATHS[type] ?? '',
    // An object's id comes with the object.
    names: Object.keys(OBJECT_MODEL[type as ClassName].scalars).filter((name) => name !== 'id'),
  }));

  it('cannot be read before they are loaded and synchronised', async () => {
    const codes = await onSheet(`${SHEET_OF_PATHS}
      const seen = {};
      const read = (type, object, names) => { for (const name of names) { try { object[name]; seen[type + '.' + name] = 'read'; } catch (error) { seen[type + '.' + name] = error.code; } } };
      ${scalars.map(({ type, path, names }) => `read('${type}', ${path}, ${JSON.stringify(names)});`).join('\n')}
      return Object.entries(seen).filter(([, code]) => code !== 'PropertyNotLoaded');`);
    assert.deepEqual(codes, []);
  });

  it('can all be loaded by name', async () => {
    const read = await onSheet(`${SHEET_OF_PATHS}
      const objects = [${scalars.map(({ path, names }) => `${path}.load(${JSON.stringify(names)})`).join(', ')}];
      const names = ${JSON.stringify(scalars.map(({ names }) => names))};
      await context.sync();
      return objects.every((object, index) => names[index].every((name) => object[name] !== undefined));`);
    assert.equal(read, true);
  });

  it('of an object on a deleted sheet are not found', async () => {
    const codes = await onSheet(`${SHEET_OF_PATHS}
      const objects = [${scalars.map(({ type, path, names }) => `['${type}', ${path}, '${names[0] ?? ''}']`).join(', ')}];
      for (const [, object] of objects) object.load('');
      await context.sync(); sheet.delete(); await context.sync();
      const codes = {};
      for (const [type, object, name] of objects) codes[type] = await code(() => { object.load(name); });
      return codes;`);
    for (const [type, code] of Object.entries(codes as Record<string, string>))
      assert.match(code, /^(ItemNotFound|InvalidReference|InvalidObjectPath)$/, type);
  });
});
