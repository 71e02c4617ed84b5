import { fork } from "node:child_process";
import { join } from "node:path";
import { type Figure, figuresTable } from "./figure";
import { machine } from "./machine";
import { MEASURES } from "./measures";
import { withMongo } from "./own-mongo";

/**
 * Measures and prints; asserts nothing, since a machine's speed is no property of the code. `--full` measures what takes
 * long as well; names of measures, only these.
 */
async function main(asked: readonly string[]): Promise<void> {
  const full = asked.includes("--full");
  const names = asked.filter((one) => !one.startsWith("--"));
  const chosen = MEASURES.filter(({ name, long }) => (names.length > 0 ? names.includes(name) : full || !long));
  const figures: Figure[] = [];
  for (const { name } of chosen) figures.push(...(await inItsOwnProcess(name)));
  console.log(`\n${await withMongo(({ db }) => machine(db))}\n\n${figuresTable(figures)}`);
}

/** Under the same bound on memory as this one. */
function inItsOwnProcess(name: string): Promise<readonly Figure[]> {
  return new Promise((done, failed) => {
    const child = fork(join(__dirname, "measure.js"), [name]);
    let figures: readonly Figure[] | null = null;
    child.once("message", (message) => {
      figures = message as readonly Figure[];
    });
    child.once("exit", (code) => (figures === null ? failed(new Error(`${name} ended with ${code}`)) : done(figures)));
  });
}

void main(process.argv.slice(2));
