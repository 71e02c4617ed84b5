import type { PaceDays } from "../../goals/calendar";
import { type MetricType, metricOf } from "../../metrics/metrics";

export { counted } from "../../words/counts";

const MAX_NAME_LENGTH = 80;
/** Slack takes so many characters, as UTF-16 counts them, in a button's label, an option, and an option's description. */
const MAX_LABEL = 75;
/** Foreign text has no end of its own; what is behind this is never shown. */
const LOOKED_AT = 20_000;
const LOOKALIKES: Readonly<Record<string, string>> = { "*": "∗", "~": "∼", "`": "ˋ", _: "ˍ" };
/** Marks that format; an underscore only beside a word, not inside of one. */
const MARKS = /[*~`]|(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu;

/**
 * Foreign text (people's, companies' and records' names) for mrkdwn and `text`: it can neither ping, link nor format,
 * holds no control or direction characters and no more than 80 characters, or as many as are said.
 */
export function foreign(text: string, longest = MAX_NAME_LENGTH): string {
  const looks = (marks: string) => Array.from(marks, (mark) => LOOKALIKES[mark] ?? mark).join("");
  return escaped(plainForeign(text, longest).replace(MARKS, looks));
}

/** Cleans foreign text for plain text, where nothing pings, links or formats; `longest` as Slack counts, in UTF-16 units. */
export function plainForeign(text: string, longest: number): string {
  return capped(plain(text.slice(0, LOOKED_AT)), longest);
}

/** Cleans words that may quote foreign text for what a screen reader says of a button, or for an option of a menu: plain text of 75 units. */
export function plainLabel(text: string): string {
  return plainForeign(text, MAX_LABEL);
}

/** A sentence that may quote foreign text, escaped and capped. */
export function sentence(text: string, longest: number): string {
  return escaped(capped(plain(text.slice(0, LOOKED_AT)), longest));
}

/** What so many of a metric are called behind their figure: "calls", "call", "talk time", "wholesale", "Fact Finding". */
export function metricNoun(type: MetricType, amount: number): string {
  const { group, name, title, recordNoun, unit } = metricOf(type);
  if (group === "stages") return title;
  return unit === "count" && amount === 1 ? recordNoun : name;
}

/** Begins a sentence with words that stand in the middle of others: "Calls and talk time". */
export function capitalized(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** A part of a line has at most so many characters to be kept together: most of a line of a phone. */
const MAX_TOGETHER = 32;
/** Ends a part of a line: a comma that is not within a date, a semicolon, a dot, the end of a sentence or of a name in bold, and what stands in parentheses. */
const BETWEEN_PARTS = / (?=\()|(?<= ·|[,;]|\*:|(?:[\p{Ll}\d)]{2}|[AP]M|>)\.) (?!\p{Lu}\p{Ll}{2} \d|\d{4}\b)/u;

/**
 * Keeps the parts of a line together on a phone, so that "6 emails" is not broken behind its number and no line begins with a dot. What is
 * formatted is left alone: Slack formats beside plain spaces. Behind a dash a line may be broken in any case: a space that is kept there would
 * begin the next one.
 */
export function unbrokenParts(text: string): string {
  const together = (part: string) =>
    part.length > MAX_TOGETHER || /[*_~`<]/.test(part) ? part : part.replace(/(?<!–) /g, "\u00a0");
  const inLine = (line: string) => line.split(BETWEEN_PARTS).map(together).join(" ");
  return text.split("\n").map(inLine).join("\n");
}

/** Ends a sentence that may lack its end. */
export function ended(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** Joins the first few items of a list in one line, and says how many more there are. */
export function someOf(items: readonly string[], most: number): string {
  const more = items.length - most;
  if (more <= 0) return items.join(", ");
  return most === 0
    ? `${more.toLocaleString("en-US")} in all`
    : `${items.slice(0, most).join(", ")} and ${more.toLocaleString("en-US")} more`;
}

/** What the days are called that a goal's pace counts: "workday" or "day". */
export function dayNoun({ paceDays }: { readonly paceDays: PaceDays }): string {
  return paceDays === "working" ? "workday" : "day";
}

/** "a", "a and b", "a, b, and c"; or with "or". */
export function listed(items: readonly string[], word: "and" | "or" = "and"): string {
  return LISTS[word].format(items);
}

const LISTS = {
  and: new Intl.ListFormat("en-US", { type: "conjunction" }),
  or: new Intl.ListFormat("en-US", { type: "disjunction" }),
};

function plain(text: string): string {
  const visible = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/[\p{Cf}\p{Cs}]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
  return visible === "" ? "(no name)" : visible;
}

/** Cuts by the units that Slack counts, of which an emoji has two that are not divided. */
function capped(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
