/**
 * How a test run reads: mocha's own specification style, then what could not be run and why, and as the last
 * line, alone, `N passed, N failed, N skipped`. CommonJS, since mocha requires its reporters.
 */
const { writeFileSync } = require('node:fs');
const Mocha = require('mocha');

const { EVENT_RUN_END, EVENT_TEST_PENDING } = Mocha.Runner.constants;

/**
 * Why a test was skipped: `needs` (test/tools.ts) leaves it as the test's error.
 *
 * @param {Mocha.Test} test
 * @returns {string}
 */
const reasonOf = (test) => test.err?.message ?? 'put off by its author';

module.exports = class RegrantReporter extends Mocha.reporters.Spec {
  /**
   * @param {Mocha.Runner} runner
   * @param {Mocha.MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    /** @type {Map<string, number>} */
    const skipped = new Map();
    runner.on(EVENT_TEST_PENDING, (test) => {
      const reason = reasonOf(test);
      skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
    });
    // Registered after Spec's own, so that its epilogue comes first.
    runner.once(EVENT_RUN_END, () => {
      for (const [reason, count] of skipped)
        process.stdout.write(`${String(count)} ${count === 1 ? 'test' : 'tests'} could not run: ${reason}\n`);
      const { passes, failures, pending } = runner.stats ?? { passes: 0, failures: 1, pending: 0 };
      const counts = `${String(passes)} passed, ${String(failures)} failed, ${String(pending)} skipped\n`;
      // `npm test` prints the line itself, as its last, whatever becomes of mocha.
      const file = process.env['REGRANT_COUNTS_FILE'];
      if (file === undefined) process.stdout.write(counts);
      else writeFileSync(file, counts);
    });
  }
};
