/** The whole path in every Excel that is less kind than the embedded one by itself: what stands in the cells is the same. */
import assert from 'node:assert/strict';
import { HOST_MODES, hostModes } from '../../src/embedded-excel/model/host-modes.ts';
import { type PathTaken, takePath } from './host-path.ts';

describe('The whole path of an offer', () => {
  let kind: PathTaken;

  before(async function () {
    this.timeout(60_000);
    kind = await takePath(hostModes([]));
  });

  for (const { name } of HOST_MODES)
    it(`ends with the same cells in an Excel with ${name}`, async () => {
      assert.deepEqual(await takePath(hostModes([name])), kind);
    }).timeout(60_000);
});
