import { trendHarness } from "../../support/harness/trends/trends";
import { eventually } from "../../support/wait";

describe("a trend", () => {
  const trend = trendHarness();

  it("is another stretch of days in the same place by the buttons below it", async () => {
    await trend.harness.goalsSay("U0ANA", "trend calls");
    const before = trend.harness.shown("U0ANA").length;

    await trend.harness.press("U0ANA", "trend_this_month");

    expect(trend.charts("U0ANA")[0]).toMatchObject({ title: "Calls against pace, Oct 1–28" });
    expect(trend.harness.shown("U0ANA")).toHaveLength(before);
  });

  it("is drawn by the button below /goals of the two most behind, which leaves the goals where they are", async () => {
    await trend.harness.goalsSay("U0ANA");
    const { ts = "", channel = "" } = trend.newest("U0ANA") ?? {};

    await trend.harness.slack.action({
      user: "U0ANA",
      from: { messageTs: ts, channel },
      actionId: "trend_goal",
    });

    await eventually(() => trend.newest("U0ANA")?.ts !== ts);
    expect(trend.charts("U0ANA")).toHaveLength(2);
  });

  it("is sent in words where Slack has no charts, and tried again after an hour alone", async () => {
    trend.harness.slack.withoutBlocks("data_visualization");
    const before = trend.harness.responses().length;
    const sent = () => trend.harness.responses().length - before;

    const said = await trend.harness.goalsSay("U0ANA", "trend calls this month");
    expect(trend.charts("U0ANA")).toEqual([]);
    expect(said.join("\n")).toContain("▰▰▱▱▱ 99 of 200");
    expect(sent()).toBe(2);

    await trend.harness.goalsSay("U0ANA", "trend calls this month");
    expect(sent()).toBe(3);

    const hourAgo = new Date(Date.now() - 3_600_001);
    const blocks = trend.test.db.collection<{ _id: string }>("settings");
    await blocks.updateOne({ _id: "blocks" }, { $set: { "refusedAt.data_visualization": hourAgo } });
    trend.harness.slack.withoutBlocks();
    await trend.harness.goalsSay("U0ANA", "trend calls this month");
    expect(trend.charts("U0ANA")).toHaveLength(1);
    expect(sent()).toBe(4);
  });

  it("is bars of text in a modal in Home, where Slack draws no charts", async () => {
    const { harness } = trend;
    await harness.openHome("U0BEN");
    await eventually(() => harness.home("U0BEN").length > 0);

    await harness.slack.action({ user: "U0BEN", from: { home: "U0BEN" }, actionId: "trend_goal" });

    const says = () => JSON.stringify(harness.modal("U0BEN")?.blocks ?? []);
    await eventually(() => says().includes("▰"));
    expect(says()).toContain("ace is the target spread evenly");
    expect(says()).not.toContain("data_visualization");
  });

  it("of somebody else is refused to a rep who forges the button, and nothing of theirs is shown", async () => {
    const { harness } = trend;
    const shownBefore = harness.shown("U0ANA").length;

    await harness.pressForged("U0ANA", { actionId: "trend_goal", value: "U0BEN phone_call_quantity" });

    await eventually(() => harness.shown("U0ANA").length > shownBefore);
    expect(trend.newest("U0ANA")?.text).toMatch(/managers and admins/);
    expect(trend.charts("U0ANA")).toEqual([]);
  });
});
