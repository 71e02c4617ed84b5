import type { Team } from "../../../src/teams/team";
import { day } from "../../../src/time/day";
import { saveFigures } from "../../support/builders/goals";
import { aTeam } from "../../support/builders/teams";
import { TODAY } from "../../support/harness/goals";
import { trendHarness } from "../../support/harness/trends/trends";
import { eventually } from "../../support/wait";

const NOT_THE_TEAM = "Only a team's managers and admins can see its trends. Yours: `/goals trend calls`.";

describe("/goals trend", () => {
  const trend = trendHarness();

  it("draws calls so far against the pace of this month, and says the same in words", async () => {
    const said = await trend.harness.goalsSay("U0ANA", "trend my calls this month");

    const [chart, ...others] = trend.charts("U0ANA");
    expect(others).toEqual([]);
    expect(chart).toMatchObject({ title: "Calls against pace, Oct 1–28", chart: { type: "line" } });
    expect(chart?.chart.series.map(({ name }) => name)).toEqual(["You", "Monthly goal pace"]);
    // 10 a day over October's 22 working days, of which 20 have begun.
    expect(chart?.chart.series.map(({ data }) => data.map(({ value }) => value))).toEqual([
      [...Array.from({ length: 18 }, () => 0), 95, 99],
      Array.from({ length: 20 }, (_, at) => 10 * (at + 1)),
    ]);
    // As Home has it: 125 were to go over the last three days, of which four are done.
    expect(said.slice(0, 4)).toEqual([
      "# 🔴 Calls: 99 of 220 this month, behind by 91",
      "Against the monthly goal, Oct 1–28",
      "*4 of 42 today; if nothing more today: 61 a day*",
      "95 calls in the 5 workdays through Oct 27, 95 more than in the 5 before; best day Tue, Oct 27: 95",
    ]);
    expect(said).toContain("Copper as of 11:00 AM EDT. Pace is the target spread evenly over the days that count");
    expect(trend.newest("U0ANA")?.text).toMatch(/so far: 99 of 200\.$/);
    expect(trend.harness.dm("U0ANA")).toEqual([]);
  });

  it("draws the last 12 weeks by week where no days are named, or those since the goal began, each with what its days asked", async () => {
    const said = await trend.harness.goalsSay("U0ANA", "trend calls");

    const [chart] = trend.charts("U0ANA");
    expect(chart).toMatchObject({ title: "Calls against pace, Sep 1 – Oct 28", chart: { type: "bar" } });
    expect(said.join("\n")).toContain(". The goal for calls began Sep 1");
    expect(chart?.chart.series[0]?.data.map(({ value }) => value)).toEqual([...Array.from({ length: 8 }, () => 0), 99]);
    expect(chart?.chart.series[1]?.data.at(-1)?.value).toBe(30);
  });

  it("draws two at most, the most behind, and names the others", async () => {
    const said = await trend.harness.goalsSay("U0ANA", "trend");

    expect(trend.charts("U0ANA").map(({ title }) => title.split(" ")[0])).toEqual(
      ["Closing", "Emails"].map(expectTitle),
    );
    expect(said.join("\n")).toContain("also `/goals trend calls`");
  });

  it("begins where reading began: what was never read is no zero", async () => {
    trend.readSince(day("2026-10-19"));

    const said = await trend.harness.goalsSay("U0ANA", "trend calls");

    expect(trend.charts("U0ANA")[0]?.chart.series[0]?.data).toHaveLength(8);
    expect(said.join("\n")).toMatch(/Nothing before .*19.* was read/);
  });

  it("says how to read days of which none was read", async () => {
    trend.readSince(day("2026-10-19"));

    expect(await trend.harness.goalsSay("U0ANA", "trend calls 2026-08-01..2026-08-31")).toEqual([
      expect.stringContaining("Run `/sync 2026-08-01..2026-08-31` first."),
    ]);
  });

  it("refuses a rep the figures of others and the team's, in friendly words", async () => {
    expect(await trend.harness.goalsSay("U0ANA", "trend calls <@U0BEN|ben>")).toEqual([
      "Only their managers and admins can see other people's trends. Yours: `/goals trend calls`.",
    ]);
    expect(await trend.harness.goalsSay("U0ANA", "trend calls team")).toEqual([NOT_THE_TEAM]);
  });

  it("draws a named team, members on their days, for its manager who names none, and for whoever may see it by its name", async () => {
    const ben = { userId: "U0BEN", from: day("2026-10-27") };
    await trend.test.db
      .collection<Team>("teams")
      .insertMany([
        aTeam("west", { name: "West", managers: ["U0MAX"], members: [{ userId: "U0ANA", from: null }, ben] }),
        aTeam("east", { name: "East", people: ["U0BEN"] }),
      ]);

    for (const [user, words] of [
      ["U0MAX", "trend calls team this month"],
      ["U0NEW", "trend calls west this month"],
      ["U0NEW", "trend team West calls this month"],
    ] as const) {
      const said = await trend.harness.goalsSay(user, words);
      expect(said.join("\n")).toContain("the sum of all monthly goals");
      expect(said[0]).toMatch(/^# West · 🔴 Calls: 99 of 260 this month, behind by \d+$/);
      // Ana's 99; Ben's 50 came before he did. Of his 220 a month the team has 4 days' of 22: 260, of which 20 days' are asked.
      expect(trend.charts(user)[0]?.chart.series.map(({ name, data }) => [name, data.at(-1)?.value])).toEqual([
        ["West", 99],
        ["Monthly goal pace", 237],
      ]);
    }
    expect(await trend.harness.goalsSay("U0MAX", "trend calls east")).toEqual([NOT_THE_TEAM]);
    expect(await trend.harness.goalsSay("U0ANA", "trend calls west")).toEqual([NOT_THE_TEAM]);
    await trend.harness.pressForged("U0MAX", { actionId: "trend_weeks", value: "team:east phone_call_quantity" });
    await eventually(() => JSON.stringify(trend.harness.dm("U0MAX").at(-1) ?? "").includes("Only a team's managers"));
  });

  it("shows a manager a rep's trend under the rep's name, and the team's as the sum of its goals, beside which Why? has the same sum", async () => {
    const calls = { type: "phone_call_quantity", before: 1, value: 60 } as const;
    await saveFigures(trend.test.db, { today: TODAY, figures: [{ ...calls, userId: "U0MAX" }] });
    await trend.harness.goalsSay("U0MAX", "trend calls <@U0BEN|ben> this month");
    expect(trend.charts("U0MAX")[0]?.chart.series.map(({ name }) => name)).toEqual(["Ben Okafor", "Monthly goal pace"]);

    const said = await trend.harness.goalsSay("U0MAX", "trend team calls this month");
    expect(said.join("\n")).toContain("the sum of all monthly goals");
    expect(trend.charts("U0MAX")[0]?.chart.series.map(({ name, data }) => [name, data.at(-1)?.value])).toEqual([
      ["Team", 149],
      ["Monthly goal pace", 400],
    ]);
    const { channel = "", ts = "" } = trend.newest("U0MAX") ?? {};
    await trend.harness.slack.action({ user: "U0MAX", from: { channel, messageTs: ts }, actionId: "why_goal" });
    await eventually(() => trend.harness.modalSays("U0MAX")[1] === "*149* is the sum of:");
  });

  it("shows figures alone where a metric has no goal, and says so where nothing has one", async () => {
    const said = await trend.harness.goalsSay("U0ANA", "trend talk time");
    expect(said.join("\n")).toContain("no goal on these days");
    expect(trend.charts("U0ANA")[0]?.chart.series.map(({ name }) => name)).toEqual(["You"]);

    expect(await trend.harness.goalsSay("U0MAX", "trend")).toEqual([expect.stringMatching(/^No goals on these days/)]);
  });

  it("answers words that it does not know in one line", async () => {
    expect(await trend.harness.goalsSay("U0ANA", "trend bananas")).toEqual([
      "I don't know “bananas”. More: `/goals help trend`.",
    ]);
  });
});

/** A title's first word, however emails are spelled. */
function expectTitle(word: string) {
  return word === "Emails" ? expect.stringMatching(/^E-?mails$/) : word;
}
