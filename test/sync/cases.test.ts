import { readFileSync } from "node:fs";
import { join } from "node:path";

const table = readFileSync(join(__dirname, "README.md"), "utf8");
const rows = [...table.matchAll(/^\| (\d+) +\| .+? +\| `(test\/[\w./-]+)`: "(.+)" +\|$/gm)].map(
  ([, number = "", file = "", name = ""]) => ({ number: Number(number), file, name }),
);

describe("the table of cases", () => {
  it("names a test for each from 26 to 39", () => {
    const numbers = new Set(rows.map(({ number }) => number));

    expect([...numbers]).toEqual(Array.from({ length: 14 }, (_, index) => 26 + index));
    expect(rows).toHaveLength([...table.matchAll(/^\| \d/gm)].length);
  });

  it.each(rows)("names one that exists: $number, $name", ({ file, name }) => {
    expect(readFileSync(join(__dirname, "../..", file), "utf8")).toContain(`"${name}`);
  });
});
