import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";

/** Every file of the tests, by its path here. The bench is a program of its own. */
const files = readdirSync(__dirname, { recursive: true, encoding: "utf8" })
  .map((file) => file.split(sep).join("/"))
  .filter((file) => file.endsWith(".ts") && !file.startsWith("bench/"));
const text = (file: string) => readFileSync(join(__dirname, file), "utf8");
const imports = (file: string) =>
  [...text(file).matchAll(/from "(\.[^"]+)"/g)].map(([, path = ""]) => normalize(join(dirname(file), path)));

describe("the tests", () => {
  it("keep what they share in support, which imports nothing from a folder of tests", () => {
    const wrong = files.filter(
      (file) => file.startsWith("support/") && imports(file).some((path) => !/^(support|\.\.)\//.test(path)),
    );
    const elsewhere = files.filter((file) => !/^support\/|\.test\.ts$/.test(file));

    expect([...wrong, ...elsewhere]).toEqual([]);
  });

  it("wait by support/wait.ts for what must happen, and never sleep by themselves", () => {
    const own = /\bsetTimeout\b/;

    expect(files.filter((file) => own.test(text(file)))).toEqual(["support/wait.ts"]);
  });

  it("have at most 200 lines a file", () => {
    const long = files.filter((file) => text(file).trimEnd().split("\n").length > 200);

    // One table of who may import whom, and the rules that read it.
    expect(long.filter((file) => file !== "architecture.test.ts")).toEqual([]);
  });

  it("have at most 20 files a folder of support", () => {
    const folders = files.map(dirname).filter((folder) => folder.startsWith("support/"));

    expect([...new Set(folders)].filter((one) => folders.filter((folder) => folder === one).length > 20)).toEqual([]);
  });
});
