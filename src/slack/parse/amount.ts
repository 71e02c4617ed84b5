import { type MetricType, metricOf } from "../../metrics/metrics";

/** An amount as it was typed, with the unit that was written to it; `null` for none. */
export type ParsedAmount =
  | {
      readonly kind: "amount";
      readonly amount: number;
      readonly unit: "dollars" | "minutes" | null;
      /** What it is in minutes where the `m` of millions may stand for them. */
      readonly minutes?: number;
    }
  /** It can be read in two ways; `fault` is a sentence that asks which is meant. */
  | { readonly kind: "fault"; readonly fault: string };

const AMOUNT = /^(-?)(\$?)(-?)(\d[\d,. ]{0,40}) ?(k|m)?(?: ?(?:\$|dollars?|usd|min|mins|minutes))?$/;
/** "10h", "1.5 hours", "1h 30m". */
const HOURS = /^(\d{1,3}(?:,\d{3})+|\d{1,6}(?:\.\d{1,2})?) ?h(?:(?:ou)?rs?)?(?: ?(\d{1,2}) ?m(?:in(?:ute)?s?)?)?$/;
const TIMES: Readonly<Record<string, number>> = { k: 1_000, m: 1_000_000 };
/** "1,500" and "1,234,567.89", also with spaces for commas. */
const GROUPED = /^\d{1,3}(?:([, ])\d{3})(?:\1\d{3})*(?:\.\d{1,2})?$/;
const PLAIN = /^\d+(?:\.\d+)?$/;
/** "1.500", which is one and a half here and fifteen hundred there. */
const UNCLEAR = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;

/**
 * Understands "20", "1,500", "$100,000", "100k", "1.5k", "90 min", "1h 30m", in plain words.
 *
 * @returns `null` for anything that is no number; an amount may be below zero or too large.
 */
export function parseAmount(words: string): ParsedAmount | null {
  const [, hours, minutes = 0] = HOURS.exec(words) ?? [];
  if (hours !== undefined)
    return { kind: "amount", amount: inMinutes(Number(hours.replace(/,/g, "")), Number(minutes)), unit: "minutes" };
  const [, minus, , inner, digits = "", times] = AMOUNT.exec(words) ?? [];
  if (digits === "") return null;
  const number = digits.trim();
  if (times === undefined && UNCLEAR.test(number)) return unclear(number);
  if (!PLAIN.test(number) && !GROUPED.test(number)) return unclear(number);
  const value = Number(number.replace(/[, ]/g, "")) * (TIMES[times ?? ""] ?? 1);
  const amount = (minus === "-" || inner === "-" ? -1 : 1) * (Math.round(value * 1e6) / 1e6);
  const unit = unitOf(words);
  return times === "m" && unit === null
    ? { kind: "amount", amount, unit, minutes: amount / 1e6 }
    : { kind: "amount", amount, unit };
}

function inMinutes(hours: number, minutes: number): number {
  return Math.round(hours * 6_000) / 100 + minutes;
}

/**
 * The target that an amount is for a metric; a string says why it is none: it can be read in two ways, or is in another
 * unit than the metric, which is `null` while it is not known.
 */
export function targetFrom(parsed: ParsedAmount, type: MetricType | null): number | string {
  if (parsed.kind === "fault") return parsed.fault;
  if (type === null) return parsed.amount;
  const { title, unit } = metricOf(type);
  if (parsed.unit === null) return unit === "minutes" ? (parsed.minutes ?? parsed.amount) : parsed.amount;
  return parsed.unit === unit ? parsed.amount : `${title} can't be in ${parsed.unit}: write just the number.`;
}

function unitOf(words: string): "dollars" | "minutes" | null {
  if (/\$|dollar|usd/.test(words)) return "dollars";
  return /min/.test(words) ? "minutes" : null;
}

function unclear(number: string): ParsedAmount {
  return { kind: "fault", fault: `“${number}” is ambiguous. Write 1500, 1,500 or 1.5.` };
}
