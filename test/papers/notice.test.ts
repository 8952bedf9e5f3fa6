import assert from 'node:assert/strict';
import { grant } from '../../src/domain/offer/offer-book.fixture.ts';
import { sdkFaults } from '../open-xml-sdk.ts';
import { letters, wordsOf } from './letters.fixture.ts';

const TERMS = { Company: 'Lantronix', 'New Grant ID': '{Old Grant ID}-R' };
const notice = (changes = {}, stage: 'Granted' | 'Cancelled' = 'Granted') =>
  letters({ terms: TERMS, grants: [grant('A-1')], ...changes }, { kinds: ['notice'] }, { stage });

describe('The notice of grant', () => {
  it('says what was granted, and each vesting date', async () => {
    const [file] = notice().files;
    const words = wordsOf(file?.bytes ?? new Uint8Array()).join('\n');
    assert.match(words, /^A-1\nA-1-R\nnonstatutory stock option\n750\n1\.50\nJuly 21, 2003\nJuly 21, 2013$/m);
    assert.match(
      words,
      /^A-1\nJanuary 21, 2004\n375\n375\nA-1\nFebruary 21, 2004\n15\n390\nA-1\nMarch 21, 2004\n16\n406$/m,
    );
    assert.match(words, /^January 21, 2006\n\d+\n750$/m);
    assert.deepEqual(await sdkFaults(file?.bytes ?? new Uint8Array(), 'docx'), []);
  });

  it('is refused before the offer is granted, and without an exercise price', () => {
    assert.throws(() => notice({}, 'Cancelled'), /A notice can be made once the offer is Granted/);
    assert.throws(
      () => notice({ prices: [['2003-01-20', 1]] }),
      /^RegrantError: Holder 001 has no Exercise Price, which the notice needs\.$/,
    );
  });
});
