import { day } from "../../metrics/day";

/** Whether a text is a day that exists, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  try {
    day(text);
    return true;
  } catch {
    return false;
  }
}
