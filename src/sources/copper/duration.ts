const UNITS =
  /^(?:(\d{1,2})\s*(?:h|hrs?|hours?))?\s*(?:(\d{1,4})\s*(?:m|mins?|minutes?))?\s*(?:(\d{1,5})\s*(?:s|secs?|seconds?))?$/i;
const MINUTES = /^(\d{1,3}):([0-5]\d)$/;
const HOURS = /^(\d{1,2}):([0-5]\d):([0-5]\d)$/;
/** A longer text is no duration, and a longer call no call. */
const MAX_CHARACTERS = 40;
const DAY_SECONDS = 86_400;

/**
 * The seconds of talk that a call's text states, or `null`.
 *
 * Strict, because a text is full of other numbers: what follows "Duration:" on its line, or else the whole text or one
 * of its lines, must be a duration and nothing but: `12m 34s`, `1h 2m 3s`, `5 min`, `12:34` (minutes and seconds),
 * `00:12:34`. "call me at 12:34" states none.
 *
 * @example
 * talkSeconds("Spoke to Ana.\nDuration: 12m 34s"); // => 754
 */
export function talkSeconds(text: string): number | null {
  const lines = text.split(/\r?\n|\r/).map((line) => line.trim());
  const labelled = lines.map(afterLabel).filter((rest) => rest !== null);
  for (const candidate of labelled.length > 0 ? labelled : lines) {
    const seconds = secondsOf(candidate);
    if (seconds !== null) return seconds;
  }
  return null;
}

function afterLabel(line: string): string | null {
  const label = /\bduration\s*:/i.exec(line);
  return label === null ? null : line.slice(label.index + label[0].length).trim();
}

function secondsOf(text: string): number | null {
  if (text === "" || text.length > MAX_CHARACTERS) return null;
  const [, minutes, rest] = MINUTES.exec(text) ?? [];
  const [, hours, sixtieths, last] = HOURS.exec(text) ?? [];
  const [, h, m, s] = UNITS.exec(text) ?? [];
  const seconds =
    3_600 * Number(hours ?? h ?? 0) + 60 * Number(minutes ?? sixtieths ?? m ?? 0) + Number(rest ?? last ?? s ?? 0);
  return seconds > 0 && seconds <= DAY_SECONDS ? seconds : null;
}
