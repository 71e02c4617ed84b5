import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, sep } from "node:path";
import { code, files, text } from "./support/source-files";

/** Every file of the tests, by its path here. The bench and the soak are programs of their own. */
const testFiles = readdirSync(__dirname, { recursive: true, encoding: "utf8" })
  .map((file) => file.split(sep).join("/"))
  .filter((file) => file.endsWith(".ts") && !/^(bench|soak)\//.test(file));
const testText = (file: string) => readFileSync(join(__dirname, file), "utf8");
const importsOf = (file: string) =>
  [...testText(file).matchAll(/from "(\.[^"]+)"/g)].map(([, path = ""]) => normalize(join(dirname(file), path)));

describe("a file of src", () => {
  it("exports by name, never by default", () => {
    expect(files.filter((file) => /\bexport default\b|export \{[^}]*\bas default\b/.test(code(file)))).toEqual([]);
  });

  it("is named in kebab-case for the thing in it", () => {
    const vague = /^(utils?|helpers?|common|types?|manager|service)$/;
    const wrong = files.filter((file) =>
      file.split("/").some((part) => {
        const name = part.replace(/(\.d)?\.tsx?$/, "");
        return !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || vague.test(name);
      }),
    );

    expect(wrong).toEqual([]);
  });

  it("has at most 200 lines", () => {
    const long = files.map((file) => ({ file, lines: text(file).trimEnd().split("\n").length }));

    expect(long.filter(({ lines }) => lines > 200)).toEqual([]);
  });

  it("forces no type: no any, and no comment that silences the compiler", () => {
    expect(files.filter((file) => /\bas any\b|: any\b|@ts-(ignore|nocheck)/.test(code(file)))).toEqual([]);
  });

  it("of the page writes no HTML of its own", () => {
    const wrong = files.filter((file) => /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySet/.test(code(file)));

    expect(wrong).toEqual([]);
  });

  it("loads nothing by a dynamic import that these rules would not see", () => {
    const wrong = files.filter((file) => !/^(main\.ts|cli\/|demo\/)/.test(file) && /\bimport\(/.test(code(file)));

    expect(wrong).toEqual([]);
  });
});

describe("the tests", () => {
  it("keep what they share in support, which imports nothing from a folder of tests", () => {
    const wrong = testFiles.filter(
      (file) => file.startsWith("support/") && importsOf(file).some((path) => !/^(support|\.\.)\//.test(path)),
    );
    const elsewhere = testFiles.filter((file) => !/^support\/|\.test\.ts$/.test(file));

    expect([...wrong, ...elsewhere]).toEqual([]);
  });

  it("wait by support/wait.ts for what must happen, and never sleep by themselves", () => {
    const own = /\bsetTimeout\b/;

    expect(testFiles.filter((file) => own.test(testText(file)))).toEqual(["support/wait.ts"]);
  });

  it("have at most 200 lines a file", () => {
    const long = testFiles.filter((file) => testText(file).trimEnd().split("\n").length > 200);

    // One table of who may import whom, and the rules that read it.
    expect(long.filter((file) => file !== "architecture.test.ts")).toEqual([]);
  });

  it("have at most 20 files a folder of support", () => {
    const folders = testFiles.map(dirname).filter((folder) => folder.startsWith("support/"));

    expect([...new Set(folders)].filter((one) => folders.filter((folder) => folder === one).length > 20)).toEqual([]);
  });
});
