import type { MyPage } from "../../../../src/slack/home/views/my-page";
import type { Choices } from "../../../../src/slack/home/views/my-settings";
import { day, zoneDays } from "../../../../src/time/day";
import { anOverview } from "../../../support/builders/overviews";

/** On Wed 28 Oct 2026 in New York. */
export const READING = { days: zoneDays("America/New_York"), now: new Date("2026-10-28T18:06:00Z") };

export const CHOICES: Choices = {
  digest: { on: true, at: "08:00" },
  zone: "America/New_York",
  own: true,
  timeOff: [{ from: day("2026-11-02"), to: day("2026-11-06") }],
};

export function aMyPage(fields: Partial<MyPage> = {}): MyPage {
  return {
    overview: anOverview(),
    freshness: [
      { source: "copper", asOf: new Date("2026-10-28T18:05:00Z"), state: "fresh" },
      {
        source: "justcall",
        asOf: new Date("2026-10-24T02:10:00Z"),
        state: "failed",
        problem: "JustCall key refused (401): renew it & sync",
      },
      { source: "fishbowl", asOf: null, state: "off" },
    ],
    syncing: null,
    tabs: ["me"],
    choices: CHOICES,
    goalSetters: [],
    ...READING,
    ...fields,
  };
}
