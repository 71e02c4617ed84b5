import { severalForm } from "../../../src/slack/goals/bulk/form-view";
import { day } from "../../../src/time/day";

describe("the form of goals for several", () => {
  const blocksOn = (today: string) => {
    const presumed = day(today);
    const picking = { people: [{ id: "U0ANA", name: "Ana" }], teams: [] };
    return severalForm({ ...picking, start: { target: null, from: presumed }, presumed }).blocks;
  };

  it("offers last month's goals above its fields, until a week of the month is left", () => {
    const [, offered, who] = blocksOn("2026-10-24");

    expect(offered).toMatchObject({
      type: "actions",
      elements: [{ action_id: "goals_copy", text: { text: "Copy September's goals instead" } }],
    });
    expect(who?.type).toBe("input");
    expect(blocksOn("2026-10-25").map(({ type }) => type)).not.toContain("actions");
  });

  it.each([
    ["2026-10-28", "From Oct 28, a weekly goal starts Mon, Nov 2, a monthly one Sun, Nov 1."],
    ["2026-12-30", "From Dec 30, a weekly goal starts Mon, Jan 4, 2027, a monthly one Fri, Jan 1, 2027."],
    ["2027-02-01", "From Feb 1, a weekly goal starts Mon, Feb 1, a monthly one Mon, Feb 1."],
  ])("says when goals start from the day that is filled in, %s", (today, hint) => {
    expect(JSON.stringify(blocksOn(today))).toContain(hint);
  });
});
