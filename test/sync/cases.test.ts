import { readFileSync } from "node:fs";
import { join } from "node:path";

const table = readFileSync(join(__dirname, "README.md"), "utf8");
const rows = [...table.matchAll(/^\| (\d+) +\| .+? +\| `(test\/[\w./-]+)`: "(.+)" +\|$/gm)].map(
  ([, number = "", file = "", name = ""]) => ({ number: Number(number), file, name }),
);

describe("the table of cases", () => {
  it("names a test for each from 26 to 42, and for 48 and 49", () => {
    const numbers = new Set(rows.map(({ number }) => number));

    expect([...numbers]).toEqual([...Array.from({ length: 17 }, (_, index) => 26 + index), 48, 49]);
    expect(rows).toHaveLength([...table.matchAll(/^\| \d/gm)].length);
  });

  it.each(rows)("names one that exists: $number, $name", ({ file, name }) => {
    expect(readFileSync(join(__dirname, "../..", file), "utf8")).toContain(`"${name}`);
  });
});
