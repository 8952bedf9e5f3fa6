/**
 * The seed of every random test, loaded by mocha before the tests (.mocharc.json). It is fixed, so that a run repeats
 * itself on every machine; REGRANT_SEED sets another, a whole number, or `fresh` for one by chance. A property that
 * fails prints the seed and the path to its counterexample. Knows how fast-check is configured, not what is drawn.
 */
import fc from 'fast-check';
import process from 'node:process';

/** The new grant date of the reference offer. */
const FIXED = 20030721;
const VARIABLE = 'REGRANT_SEED';

function readSeed(text: string): number {
  if (text === '') return FIXED;
  if (text === 'fresh') return Math.trunc(Math.random() * 2 ** 31);
  if (!/^-?\d{1,10}$/.test(text) || Number(text) !== (Number(text) | 0))
    throw new Error(`${VARIABLE} must be a whole number of 32 bits or "fresh", and is "${text}".`);
  return Number(text);
}

const seed = readSeed(process.env[VARIABLE] ?? '');
// Processes that this one starts draw from the same seed.
process.env[VARIABLE] = String(seed);
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });

/** Mocha calls this once, in the process that reports. */
export function mochaGlobalSetup(): void {
  process.stdout.write(`Random tests use the seed ${seed} (${VARIABLE}=fresh for another).\n`);
}
