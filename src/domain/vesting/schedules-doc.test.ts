import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseSchedule } from './parse-schedule.ts';
import { vest } from './vest.ts';

describe('docs/vesting-schedules.md', () => {
  const page = readFileSync(new URL('../../../docs/vesting-schedules.md', import.meta.url), 'utf8');
  const examples = [...page.matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1] ?? '');

  it('shows schedules that can be read and vest the whole award', () => {
    assert.ok(examples.length >= 9);
    for (const text of examples) {
      const rows = vest(parseSchedule(text), 4800, 37823);
      assert.equal(rows.at(-1)?.cumulative, 4800, text);
    }
  });

  it('says truly that its second and third example, and the one of Vestlang, mean the same', () => {
    const [, cliff = '', words = ''] = examples;
    const vestlang = examples.find((text) => text.startsWith('VEST')) ?? '';
    const dates = (text: string) => vest(parseSchedule(text), 4801, 37823);
    assert.deepEqual(dates(words), dates(cliff));
    assert.deepEqual(dates(vestlang), dates(cliff));
  });
});
