import { code, files, text } from "./support/source-files";

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
