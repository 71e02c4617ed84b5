import { myPage } from "../../../src/slack/home/views/my-page";
import { affectedInWords } from "../../../src/slack/ui/affected";
import { zoneDays } from "../../../src/time/day";
import { aMyPage, READING } from "../../support/harness/home";

const display = { days: zoneDays("America/Los_Angeles"), now: new Date("2026-10-28T22:09:00Z") };
const since = (text: string) => affectedInWords({ source: "justcall", asOf: new Date(text) }, display);

describe("what people miss where a source can't be read", () => {
  it("is missing since a time of day, where that is today's, else since a day and a time", () => {
    const missing = "Calls and talk time may be missing since";

    expect(since("2026-10-28T22:08:00Z")).toBe(`${missing} <!date^1793225280^{time}|3:08 PM PDT>`);
    expect(since("2026-10-28T05:08:00Z")).toBe(
      `${missing} <!date^1793164080^{date_short_pretty} at {time}|Tue 10:08 PM PDT>`,
    );
  });

  it("is said alike on their own page", () => {
    const failed = { source: "justcall", asOf: READING.now, state: "failed", stale: true } as const;
    const said = JSON.stringify(myPage(aMyPage({ freshness: [failed] })).blocks[2]);

    expect(said).toMatch(/Calls may be missing since <!date\^\d+\^\{time\}\|/);
  });
});
