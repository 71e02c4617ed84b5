import { code, files, text } from "./support/source-files";

/** Words of a private language that this code once had. `src/README.md` has the glossary of what is said instead. */
const FORBIDDEN = `
  afresh astray besides brakes bury checkup deed deeds door doors gone heard hint hints keep keeping keeps kept
  lab lateness learn learnt ledger letter longest most needs nobodies nobody patient pressed
  presses rig riser room seat settle settled shelf spare spared strangers tell told trouble turn turns untold
  vanished wakes whereabouts world
`.split(/\s+/);

/** Names that bear such a word in its plain sense, each with the reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  StageLetter: "a letter of the alphabet",
  letterOf: "a letter of the alphabet",
  mostCommonZone: "the superlative",
};

describe("an exported name", () => {
  it("bears no word of the glossary's first column", () => {
    const wrong = names().filter(({ name }) => !(name in EXCEPTIONS) && forbidden(name).length > 0);

    expect(wrong.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
  });

  it("is excepted only where it needs to be", () => {
    const present = new Set(names().map(({ name }) => name));

    expect(Object.keys(EXCEPTIONS).filter((name) => !present.has(name) || forbidden(name).length === 0)).toEqual([]);
  });
});

describe("a docstring", () => {
  it("begins with what the thing does or is", () => {
    const begins = files.flatMap((file) =>
      [...text(file).matchAll(/\/\*\*(?:\s|\*(?!\/))*(\S[^\n]*)/g)].map(([, first = ""]) => ({ file, first })),
    );
    const wrong = begins.filter(({ first }) => /^(Of|The same|Where|Whose)\b/.test(first));

    expect(wrong.map(({ file, first }) => `${file}: ${first}`)).toEqual([]);
  });
});

function names(): readonly { readonly file: string; readonly name: string }[] {
  const declared =
    /^export (?:declare )?(?:abstract )?(?:async )?(?:const|let|function\*?|class|interface|type|enum) (\w+)/gm;
  return files.flatMap((file) => [...code(file).matchAll(declared)].map(([, name = ""]) => ({ file, name })));
}

/** The forbidden words among a name's parts: `keptOrder` has `kept`, `MOST_ROWS` has `most`. */
function forbidden(name: string): readonly string[] {
  const parts = name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split("_");
  return parts.filter((part) => FORBIDDEN.includes(part));
}
