import type { GoalLine } from "../../../src/goals/overview";
import { isOldOrMissing, oldFigures, oldMark } from "../../../src/slack/digests/old-figures-view";
import { sections } from "../../../src/slack/ui/blocks";
import type { Freshness } from "../../../src/sync/state/freshness";
import { day, zoneDays } from "../../../src/time/day";
import { CALLS, SALES } from "../../support/builders/overviews";
import { lines } from "../../support/harness/slack-blocks";

const reading = { days: zoneDays("America/New_York"), now: new Date("2026-10-29T12:00:00Z") };
const at = (time: string) => new Date(`2026-10-29T${time}:00Z`);
/** A Wednesday; it is Thursday, 8:00 AM. */
const yesterday = { from: day("2026-10-28"), to: day("2026-10-28"), figures: [] };
const EMAILS = { ...CALLS, goalId: "e", type: "email_quantity", title: "Emails" } as const;

const said = (freshness: readonly Freshness[], goals: readonly GoalLine[]) => {
  const values = { freshness, digest: { goals, yesterday }, ...reading };
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
      "; ⚠️ *Copper* data is from 5:59 AM EDT",
    ]);
  });

  it("are told once above all where a source brings to more than one metric, or to all there are", () => {
    expect(said([slow], [CALLS, EMAILS, SALES])).toEqual(["⚠️ Calls, Emails: *Copper* data is from 5:59 AM EDT"]);
    expect(said([slow], [CALLS])).toEqual(["⚠️ *Copper* data is from 5:59 AM EDT"]);
    expect(said([{ ...slow, asOf: at("11:58") }], [CALLS, SALES])).toEqual([]);
  });

  it("of imports are old where none came since the last workday began, and else said last, as of when they are", () => {
    const imported = (asOf: string, state: Freshness["state"] = "fresh"): Freshness => {
      return { source: "fishbowl", asOf: new Date(asOf), state, imported: true };
    };

    expect(said([imported("2026-10-28T22:00:00Z")], [CALLS, SALES])).toEqual([]);
    expect(said([imported("2026-10-28T04:00:00Z")], [CALLS, SALES])).toEqual([]);
    expect(said([imported("2026-10-28T03:59:59Z")], [CALLS, SALES])).toEqual([
      "; ⚠️ *Fishbowl* data is from Tue 11:59 PM EDT",
    ]);
    expect(said([imported("2026-10-29T11:59:00Z", "failed")], [CALLS, SALES])).toHaveLength(1);
    const values = { digest: { goals: [SALES], yesterday }, freshness: [], ...reading };
    expect(isOldOrMissing(imported("2026-10-28T22:00:00Z"), values)).toBe(false);
    expect(isOldOrMissing(slow, values)).toBe(true);
  });
});
