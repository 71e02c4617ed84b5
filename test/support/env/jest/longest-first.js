const { default: Sequencer } = require("@jest/test-sequencer");

/** What lasts by far the longest: browsers, and processes that are killed. Some of these files hold a line only. */
const LONG = /\/test\/(e2e|digests\/delivery\/killed)/;
const LONG_MS = 30_000;
/** Of all others the longer last longer, more or less: two seconds for ten kilobytes. */
const MS_PER_BYTE = 0.2;

/**
 * Begins with what failed the last time and then with what lasts longest, so that no process is left alone with it at the
 * end. Jest knows that from its last run only, of which a fresh clone has none, and it begins with what it does not know.
 */
class LongestFirst extends Sequencer {
  sort(tests) {
    const expected = new Map(
      tests.map((test) => [test, this.hasFailed(test) ? Number.MAX_SAFE_INTEGER : this.expectedMs(test)]),
    );
    for (const test of tests) test.duration = this.time(test);
    return [...tests].sort((one, other) => expected.get(other) - expected.get(one));
  }

  expectedMs(test) {
    const { path, context } = test;
    const guess = LONG.test(path) ? LONG_MS : (context.hasteFS.getSize(path) ?? 0) * MS_PER_BYTE;
    return this.time(test) ?? guess;
  }
}

module.exports = LongestFirst;
