import type { GoalLine } from "../../../src/goals/overview";
import { oldFigures, oldMark } from "../../../src/slack/digests/old-figures-view";
import { sections } from "../../../src/slack/ui/blocks";
import type { Freshness } from "../../../src/sync/state/freshness";
import { zoneDays } from "../../../src/time/day";
import { CALLS, SALES } from "../../support/builders/overviews";
import { lines } from "../../support/harness/slack-blocks";

const reading = { days: zoneDays("America/New_York"), now: new Date("2026-10-29T12:00:00Z") };
const at = (time: string) => new Date(`2026-10-29T${time}:00Z`);
const EMAILS = { ...CALLS, goalId: "e", type: "email_quantity", title: "Emails" } as const;

const said = (freshness: readonly Freshness[], goals: readonly GoalLine[]) => {
  const values = { freshness, digest: { goals }, ...reading };
  return lines(sections([...oldFigures(values), ...goals.map(oldMark(values)).filter((mark) => mark !== "")]));
};

describe("figures that are old", () => {
  const slow: Freshness = { source: "copper", asOf: at("09:59"), state: "fresh" };

  it("are told first where they are missing or could not be read, and beside the only metric of a source how old they are", () => {
    const problem = "JustCall key refused (401): an admin must renew it";
    const old: Freshness = { source: "justcall", asOf: at("02:10"), state: "failed", problem };
    const never: Freshness = { source: "fishbowl", asOf: null, state: "never" };

    expect(said([old, never, slow], [CALLS, SALES])).toEqual([
      "⚠️ *Fishbowl has no data yet*: those figures are missing below.",
      "⚠️ Calls: *JustCall* data is from Wed 10:10 PM EDT: could not be read since; your admins have been told",
      " · ⚠️ *Copper* data is from 5:59 AM EDT",
    ]);
  });

  it("are told once above all where a source brings to more than one metric, or to all there are", () => {
    expect(said([slow], [CALLS, EMAILS, SALES])).toEqual(["⚠️ Calls, Emails: *Copper* data is from 5:59 AM EDT"]);
    expect(said([slow], [CALLS])).toEqual(["⚠️ *Copper* data is from 5:59 AM EDT"]);
    expect(said([{ ...slow, asOf: at("11:58") }], [CALLS, SALES])).toEqual([]);
  });
});
