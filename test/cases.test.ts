import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

interface Row {
  readonly number: number;
  /** What holds the case: tests, by their paths here, or why there are none yet. */
  readonly heldBy: string;
}

const text = (path: string) => readFileSync(join(__dirname, path), "utf8");
const rows: readonly Row[] = [...text("README.md").matchAll(/^\| (\d+) +\| [^|]+ \| ([^|]+?) +\|$/gm)].map(
  ([, number, heldBy = ""]) => ({ number: Number(number), heldBy }),
);
const named = rows.flatMap(({ number, heldBy }) =>
  [...heldBy.matchAll(/`([\w./-]+\.test\.ts)`/g)].map(([, file = ""]) => ({ number, file })),
);
const tests = readdirSync(__dirname, { recursive: true, encoding: "utf8" })
  .map((file) => file.split(sep).join("/"))
  .filter((file) => file.endsWith(".test.ts") && file !== "cases.test.ts");

/** A case that no test of Jest holds. */
const SOAKED = /^`(npm run soak -- \w+)`/;

/** The cases that names of tests begin with: "case 12: …", "cases 35 and 38: …". */
function casesIn(file: string): readonly number[] {
  const found = text(file).matchAll(/"cases? (\d+(?: and \d+)*)[:"]/g);
  return [...new Set([...found].flatMap(([, numbers = ""]) => numbers.split(" and ").map(Number)))];
}

describe("the table of cases", () => {
  it("has a row for each from 1 to 54, once and in order", () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 54 }, (_, index) => index + 1));
  });

  it("names for each the tests that hold it, or says what is not yet held", () => {
    const holds = [/^not yet: \S/, /`[\w./-]+\.test\.ts`/, SOAKED];
    const without = rows.filter(({ heldBy }) => !holds.some((held) => held.test(heldBy)));

    expect(without).toEqual([]);
  });

  it("names of the soak what CI plays", () => {
    const soaked = rows.flatMap(({ heldBy }) => SOAKED.exec(heldBy)?.[1] ?? []);

    expect(soaked.filter((command) => !text("../.ci/run").includes(command))).toEqual([]);
  });

  it.each(named)("names for case $number a file with a test of it: $file", ({ number, file }) => {
    expect(casesIn(file)).toContain(number);
  });

  it("leaves out no test that says which case it holds", () => {
    const stated = tests.flatMap((file) => casesIn(file).map((number) => `${number} ${file}`));

    expect(stated.sort()).toEqual(named.map(({ number, file }) => `${number} ${file}`).sort());
  });
});
