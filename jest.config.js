const { availableParallelism } = require("node:os");

/** One real MongoDB for the whole run, started by globalSetup; a database per test file. */
module.exports = {
  testEnvironment: "<rootDir>/test/support/env/jest/compiled-once.js",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  globalSetup: "<rootDir>/test/support/env/global-setup.ts",
  globalTeardown: "<rootDir>/test/support/env/global-teardown.ts",
  reporters: ["default", "<rootDir>/test/support/env/count-reporter.js"],
  testTimeout: 120_000,
  testSequencer: "<rootDir>/test/support/env/jest/longest-first.js",
  // Much of the time is spent waiting for processes, browsers and the database, so that two cores have work for three.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      {
        jsc: { target: "es2022", parser: { syntax: "typescript" } },
        module: { type: "commonjs" },
        sourceMaps: "inline",
      },
    ],
  },
};
