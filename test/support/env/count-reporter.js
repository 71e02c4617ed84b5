/** Prints, alone on the last line, how many tests passed and failed; a file that could not run is one that failed. */
class CountReporter {
  onRunComplete(_contexts, results) {
    const { numPassedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = results;
    const failed = results.numFailedTests + numRuntimeErrorTestSuites;
    const skipped = numPendingTests + numTodoTests;
    const tail = skipped > 0 ? `, ${skipped} skipped` : "";
    process.stdout.write(`\n${numPassedTests} passed, ${failed} failed${tail}\n`);
  }
}

module.exports = CountReporter;
