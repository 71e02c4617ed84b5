import { hasWords } from "../src/words/reasons";
import { code, files } from "./support/source-files";

const MONTH = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)";

/**
 * How no text in the source is written, whatever view or message it stands in, each with the reason. What views make of values is
 * held by `slack/glossary.test.ts`; these find the words themselves, also where no test renders the view.
 */
const REFUSED: readonly (readonly [why: string, pattern: RegExp])[] = [
  ["an email is written as one word", /\be-mails?\b/gi],
  ["a day follows its month", new RegExp(`\\b\\d{1,2}\\.? ${MONTH}[a-z]*\\b`, "g")],
  ["a time has AM or PM", /(?<![\d:.T+-])\b(?:[01]?\d|2[0-3]):[0-5]\d\b(?![\d:]| ?[AaPp]\.?[Mm])/g],
  ["a day is made of words, in words/", /\bd{1,2} M{3,4}\b|\bdd?[./]MM?\b|toLocaleDateString|dateStyle/g],
  ["a time has twelve hours", /\bHH?:mm\b|toLocaleTimeString|timeStyle|hour12: false|"\.slice\(11, 16\)/g],
  ["percent has no space", /\} %|\d %/g],
  ["nobody is a person", /mapped to nobody|nobody in slack|\bis nobody\b|for nobody\b|knows nobody|has nobody/gi],
  ["a salesman is a sales rep", /["`>]salesm[ae]n (?=[a-z])|\b(?:no|an?|the|of|its|your|their|each) salesm[ae]n\b/gi],
  ["people are matched", /\bis mapped\b|\bisn't mapped\b|\bunmapped (?=[a-z])/gi],
  [
    "the language is plain",
    /I do not understand|I know no |is no number|(?<!_)\banew\b|any more(?=[.,!?"`])|out of order\b/gi,
  ],
  ["an error is no person's fault", /it is not your doing/gi],
];

/** Where such words stand for a reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  ...typed("config/variables.ts", ["02:30"]),
  ...typed("people/person-settings.ts", ["08:00"]),
  ...typed("teams/leaderboard-settings.ts", ["08:00"]),
  ...typed("digests/schedule/wall-clock.ts", ["12:00", "18:00"]),
  ...typed("slack/parse/time-of-day.ts", ["12:00", "00:00"]),
  ...typed("demo/sample/copper-calls.ts", ["12:34"]),
  ...typed("demo/sample/copper-records.ts", ["12:34"]),
  "main.ts: any more": "a line of the log",
  "demo/slack/people/interaction.ts: is nobody": "an error that no one reads but whoever writes tests",
};

describe("a text in the source", () => {
  const refused = found();

  it("is written as the glossary has it, in whatever view", () => {
    expect(refused.filter(({ key }) => !(key in EXCEPTIONS))).toEqual([]);
  });

  it("is excepted only where it needs to be", () => {
    const present = new Set(refused.map(({ key }) => key));

    expect(Object.keys(EXCEPTIONS).filter((key) => !present.has(key))).toEqual([]);
  });
});

/** Times of day as they are stored, typed or sent; no person reads them there. */
function typed(file: string, words: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(words.map((one) => [`${file}: ${one}`, "a value"]));
}

/** A file's code without the reasons that are stored with facts, which `words/reasons.ts` says in words; a view shows none as it is stored. */
function said(file: string): string {
  if (file.startsWith("slack/")) return code(file);
  return code(file).replace(/"([^"\n]*)"/g, (literal, reason: string) => (hasWords(reason) ? '""' : literal));
}

/** What is refused, each with its file and words, and with what stands around it. */
function found(): readonly { readonly key: string; readonly why: string; readonly around: string }[] {
  return files.flatMap((file) =>
    REFUSED.flatMap(([why, pattern]) =>
      [...said(file).matchAll(pattern)].map(({ 0: words, index, input }) => {
        return { key: `${file}: ${words}`, why, around: input.slice(Math.max(0, index - 40), index + 60) };
      }),
    ),
  );
}
