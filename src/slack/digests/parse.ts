import { parseCount } from "../parse/days";
import { normalizeText } from "../parse/normalize";
import { nearestWord, notUnderstood } from "../parse/suggest";
import { parseTimeOfDay } from "../parse/time-of-day";

/** What somebody typed after `/goals digest`; `fault` says as mrkdwn what does not work. */
export type ParsedDigest =
  /** `unsnooze` takes a snooze back, and leaves it off where it is switched off. */
  | { readonly kind: "next" | "preview" | "send" | "on" | "off" | "unsnooze" }
  /** `HH:mm`. */
  | { readonly kind: "at"; readonly time: string }
  | { readonly kind: "snooze"; readonly days: number }
  /** `near` is what may have been meant, as it would be typed behind `/goals`. */
  | { readonly kind: "fault"; readonly fault: string; readonly near?: string | null };

const WORDS: Readonly<Record<string, Exclude<ParsedDigest["kind"], "at" | "snooze" | "fault">>> = {
  "": "next",
  next: "next",
  preview: "preview",
  show: "preview",
  send: "send",
  "send again": "send",
  on: "on",
  off: "off",
  unsnooze: "unsnooze",
  "snooze off": "unsnooze",
  "snooze end": "unsnooze",
  resume: "unsnooze",
};

const MAX_DAYS = 60;

/** Parses what was typed after `/goals digest`. */
export function parseDigest(text: string): ParsedDigest {
  const words = normalizeText(text).replace(/^digest ?/, "");
  const kind = WORDS[words];
  if (kind !== undefined) return { kind };
  const time = parseTimeOfDay(words.replace(/^at /, ""));
  if (time !== null) return { kind: "at", time };
  if (words === "at" || words.startsWith("at ")) {
    return { kind: "fault", fault: "Enter a time: `/goals digest at 7:30am`." };
  }
  if (words.startsWith("snooze")) return snooze(words.slice("snooze".length).trim());
  const near = nearestWord(words.split(" ")[0] ?? "", [
    "preview",
    "send",
    "on",
    "off",
    "snooze 3d",
    "unsnooze",
    "at 7:30am",
  ]);
  if (near === null) return { kind: "fault", fault: notUnderstood(words, null) };
  return { kind: "fault", fault: notUnderstood(words, `/goals digest ${near}`), near: `digest ${near}` };
}

function snooze(typed: string): ParsedDigest {
  const words = typed.replace(/^for /, "");
  const weeks = /^(\d{1,2}) ?(?:w|weeks?)$/.exec(words)?.[1];
  const days = weeks === undefined ? parseCount(words) : Number(weeks) * 7;
  if (days !== null && days >= 1 && days <= MAX_DAYS) return { kind: "snooze", days };
  return { kind: "fault", fault: `For how many days, 1 to ${MAX_DAYS}? For example \`/goals digest snooze 3d\`.` };
}
