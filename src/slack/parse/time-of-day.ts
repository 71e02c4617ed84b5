const WORDS: Readonly<Record<string, string>> = { noon: "12:00", midday: "12:00", midnight: "00:00" };
const TIME = /^(\d{1,2})(?:[:.h](\d{2}))? ?(?:(a|p)\.?m?\.?|o ?clock)?$/;

/**
 * Reads a time of day as people type it: `7:30`, `7`, `7am`, `7.30 pm`, `noon`; without am or pm the hours count to 23.
 *
 * @returns `HH:mm`, or `null` for what is no time of day.
 */
export function parseTimeOfDay(words: string): string | null {
  const named = WORDS[words];
  if (named !== undefined) return named;
  const [found, hourText, minuteText = "00", half] = TIME.exec(words) ?? [];
  if (found === undefined) return null;
  const hour = hourOf(Number(hourText), half);
  return hour === null || Number(minuteText) > 59 ? null : `${String(hour).padStart(2, "0")}:${minuteText}`;
}

/** The hour from 0 to 23; `null` for one that there is not. */
function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour <= 23 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === "p" ? 12 : 0);
}
