/** How texts for people are not written, each with the reason; PRODUCT's words say how they are. */
const FORBIDDEN: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["an email is written as one word", /\be-mails?\b/i],
  ["a day follows its month", /(?<![\d.])\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?![a-z])/],
  ["a time has AM or PM", /(?<![\d:.T+-])(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:]| ?[AP]M| ?[ap]m)/],
  ["percent has no space", /\d %/],
  ["talk time is in hours and minutes", /\d\.\d+ min\b/],
  ["days are words", /(?<!--from |--to |\.\.)\b20\d\d-\d\d-\d\d\b/],
  ["nobody is a person", /mapped to nobody|nobody in slack|is nobody\b|for nobody\b|knows nobody|has nobody/i],
  ["a salesman is a sales rep", /(?<!')\bsalesm[ae]n\b(?!')/i],
  ["people are matched", /\bis mapped\b|\bunmapped\b/i],
  ["nothing is taken back or over", /\b(?:taken|take) (?:back|over|away)\b/i],
  ["the language is plain", /I do not understand|I know no |is no number|anew\b|any more\.|out of order|read whole/i],
  ["an error is no person's fault", /it is not your doing/i],
  ["all are everyone", /\beverybody\b/i],
  ["a day asks nothing of anyone", /\b(?:today|day|days|pace) asks?\b/i],
  ["days are synced", /\bdays have been read\b|\bdays that were not read\b/i],
  ["what is left out doesn't count", /\bthose left out\b|\bleft out with the reason\b/i],
  [
    "something isn't, rather than is none",
    /\bis no (?:list|record|number|page|day|file)\b|\bsomething else than\b|\bhas not exactly\b/i,
  ],
  ["figures are not others than they were", /\bwould change (?:this|nothing)\b|\btaken over\b|\bby this file\b/i],
];

/** Commands in code spans may name days as they are typed. */
const CODE = /`[^`\n]*`/g;

/** Says what is wrong with a text for people, with the words in question; empty when nothing is. */
export function glossaryFaults(text: string): readonly string[] {
  // Slack's own markup of a date holds what a reader without a clock sees.
  const shown = text.replace(/<!date\^\d+\^[^|<>]*\|([^<>]*)>/g, "$1").replaceAll("\u00a0", " ");
  return FORBIDDEN.flatMap(([what, pattern]) => {
    const found = pattern.exec(what === "days are words" ? shown.replace(CODE, "") : shown);
    return found === null ? [] : [`${what}: “${shown.slice(Math.max(0, found.index - 40), found.index + 60)}”`];
  });
}

/** The fields of what is sent to Slack whose text a person reads. */
const READ = new Set(["text", "accessibility_label", "alt_text", "title", "description"]);

/** All texts in a payload that people read. */
export function textsIn(payload: unknown): readonly string[] {
  if (Array.isArray(payload)) return payload.flatMap(textsIn);
  if (typeof payload !== "object" || payload === null) return [];
  return Object.entries(payload).flatMap(([field, value]) =>
    typeof value === "string" ? (READ.has(field) ? [value] : []) : textsIn(value),
  );
}
