import assert from 'node:assert/strict';
import { HOST_MODES, hostModes, requirementSetsOf } from './host-modes.ts';

describe('The host modes', () => {
  it('each have a name of their own, say how that Excel differs, and where it is written', () => {
    assert.equal(new Set(HOST_MODES.map(({ name }) => name)).size, HOST_MODES.length);
    for (const { name, what, source } of HOST_MODES)
      assert.match(`${name}: ${what} (${source})`, /^[a-z0-9-]+: .+\. \(.+\)$/);
  });

  it('are found by name, and a name that is none is refused with those that are', () => {
    assert.deepEqual([...hostModes(['apostrophes-lost'])], ['apostrophes-lost']);
    assert.throws(() => hostModes(['kind']), /There is no host mode "kind"; there are .*apostrophes-lost/);
  });

  it('bring the requirement sets by which such an Excel is known', () => {
    assert.deepEqual(requirementSetsOf(hostModes(['undo-groups-refuse-web'])), { ExcelApi: '1.20' });
    assert.deepEqual(requirementSetsOf(new Set()), {});
  });
});
