import type { Fact } from "./fact";

const MAX_NAME_LENGTH = 80;
/** Foreign text has no end of its own; what is behind this is never read. */
const LOOKED_AT = 400;
/** Printable ASCII with single spaces inside, without what addresses and long numbers are made of. */
const PLAIN = /^(?!(?:\D*\d){7})[!-?A-~]+(?: [!-?A-~]+)*$/;
/** Control characters, and those that end a line. */
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** Characters that turn the direction of a text, have no width, or are half of one. */
const UNSEEN = /[\p{Cs}\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;
const ADDRESS = /[<("'[]?[^\s<>()[\]"',;]+@[^\s<>()[\]"',;]+[>)"'\]]?/gu;
/** Seven digits or more, with whatever but letters people write between those of a phone number. */
const NUMBER = /\+?\(?\p{Nd}(?:[\s\p{P}\p{S}\p{M}\p{Cf}]{0,6}\p{Nd}){6,}/gu;
/** Between the two ends of a range of dates. */
const BETWEEN_DATES = / ?[\u2013\u2014] ?| - | /u;
const DATE = /^(?:(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?|\d\d?[-/.]\d\d?[-/.](?:\d\d)?\d\d)$/;
/** A text that was a number, and nothing else. */
const NUMBER_ALONE = /^…\p{Nd}{4}$/u;
const SEEN = /[\p{L}\p{N}\p{So}]/u;

/**
 * Names a record by the first of these values of an answer that is a name, whatever else stands there: at most 80 characters, composed, without control and direction
 * characters, addresses, or more of a phone number than its last four digits.
 */
export function recordName(...values: readonly unknown[]): Pick<Fact, "name"> {
  for (const value of values) {
    const name = typeof value === "string" && value !== "" ? cleaned(value) : null;
    if (name !== null) return { name };
  }
  return {};
}

/** Names a number by its last four digits, "number ending 4417"; `null` where it is none, or has no more than these. */
export function numberEnding(number: unknown): string | null {
  if (typeof number !== "string" && typeof number !== "number") return null;
  const digits = String(number).replace(/\D/g, "");
  return digits.length > 4 ? `number ending ${digits.slice(-4)}` : null;
}

function cleaned(text: string): string | null {
  // Most names are plain, and hundreds of thousands are read in a run.
  if (text.length <= MAX_NAME_LENGTH && PLAIN.test(text)) return SEEN.test(text) ? text : null;
  const name = text
    .slice(0, LOOKED_AT)
    .normalize("NFC")
    .replace(BREAKS, " ")
    .replace(UNSEEN, "")
    .replace(ADDRESS, " ")
    .replace(/\s+/gu, " ")
    .replace(NUMBER, lastFour)
    .trim();
  if (!SEEN.test(name) || NUMBER_ALONE.test(name)) return null;
  const characters = Array.from(name);
  return characters.length <= MAX_NAME_LENGTH ? name : `${characters.slice(0, MAX_NAME_LENGTH - 1).join("")}…`;
}

function lastFour(number: string): string {
  const areDates = number.split(BETWEEN_DATES).every((part) => DATE.test(part));
  return areDates ? number : `…${number.replace(/\P{Nd}/gu, "").slice(-4)}`;
}
