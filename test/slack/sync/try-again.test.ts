import { aReport } from "../../support/builders/reports";
import { type SlackHarness, slackHarness } from "../../support/harness/slack";
import { eventually } from "../../support/wait";

describe("Try again below a report", () => {
  let harness: SlackHarness;
  beforeEach(async () => {
    harness = await slackHarness();
  });
  afterEach(() => harness.close());

  it("syncs the days of that report once more", async () => {
    await harness.command("U0ANA", "/sync", "2026-08-01..2026-08-31");
    const failed = { source: "copper", kind: "unreachable", message: "Copper is down (503)" } as const;
    const dateRange = { start: "2026-08-01T04:00:00.000Z", end: "2026-09-01T04:00:00.000Z" };
    harness.roles.set("U0ANA", "admin");
    (await eventually(() => harness.sync.runs[0])).end({ ...aReport({ errors: [failed] }), dateRange });
    await harness.app.idle();

    const [report] = harness.dm("U0ANA");
    const from = { messageTs: report?.ts ?? "", channel: harness.slack.dm("U0ANA") };
    await harness.slack.action({ user: "U0ANA", from, actionId: "sync_now" });
    const again = await eventually(() => harness.sync.runs[1]);
    again.end(aReport());
    await harness.app.idle();

    expect(again.ask.range).toEqual({ from: "2026-08-01", to: "2026-08-31" });
  });
});
