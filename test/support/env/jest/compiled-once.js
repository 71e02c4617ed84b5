/**
 * Jest's environment of Node, in which a file is compiled once by each of Jest's processes, not once for each file of tests.
 *
 * Every file of tests has globals and modules of its own, and keeps them: a module's code is run again for each. But Jest
 * also compiles it again, a thousand files for most tests of ours, which took half of the time until a first test. What
 * V8 compiles belongs to no context (`vm.Script` is bound to one when it is run), so nothing of one file of tests can be
 * seen by another.
 */
const vm = require("node:vm");
const { TestEnvironment } = require("jest-environment-node");

const { compileFunction } = vm;

/** What was compiled, by the name of its file. */
const compiled = new Map();

/** Jest compiles each module by this, as a function of what a module is given. */
vm.compileFunction = (source, parameters, options = {}) => {
  const { filename, parsingContext } = options;
  if (filename === undefined || parsingContext === undefined) return compileFunction(source, parameters, options);
  const head = `(function (${parameters?.join(", ")}) {`;
  const script = scriptOf({ filename, head, source });
  // What does not compile is left to Jest, which says why.
  return script === null ? compileFunction(source, parameters, options) : script.runInContext(parsingContext);
};

/** Without a way to import ES modules while it runs, which Jest refuses as well. */
function scriptOf({ filename, head, source }) {
  const known = compiled.get(filename);
  if (known?.source === source && known.head === head) return known.script;
  try {
    const script = new vm.Script(`${head}${source}\n})`, { filename, columnOffset: -head.length });
    compiled.set(filename, { source, head, script });
    return script;
  } catch {
    return null;
  }
}

module.exports = TestEnvironment;
