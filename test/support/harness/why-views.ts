import { whyMessage } from "../../../src/slack/why/view";
import { zoneDays } from "../../../src/time/day";
import type { Why } from "../../../src/why/why";
import { aWhy } from "../builders/whys";
import { lines } from "./slack-blocks";

/** Ana reads it in New York, on the afternoon of Wed 28 Oct 2026. */
export const READING = { days: zoneDays("America/New_York"), now: new Date("2026-10-28T18:06:00Z"), reader: "U0ANA" };

/** What she sees, line by line. */
export function shown(given: Partial<Why> = {}): readonly string[] {
  return lines(whyMessage(aWhy(given), READING).blocks);
}
