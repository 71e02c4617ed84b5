import { aReport } from "../../support/builders/reports";
import { type SlackHarness, slackHarness } from "../../support/harness/slack";
import { eventually } from "../../support/wait";

describe("/sync in our DM", () => {
  let harness: SlackHarness;
  beforeEach(async () => {
    harness = await slackHarness();
  });
  afterEach(() => harness.close());

  it("is answered in words where the same runs already or that DM is not known, so that no message comes of it", async () => {
    harness.slack.faults.push({ method: "conversations.open", outcome: { error: "user_disabled" } });
    const unknown = await harness.command("U0ANA", "/sync", "");
    const run = await eventually(() => harness.sync.runs[0]);
    const again = await harness.command("U0ANA", "/sync", "");
    run.end(aReport());
    await harness.app.idle();

    expect([unknown, again].map(({ body }) => JSON.parse(body).text)).toEqual(
      Array(2).fill("Syncing Sep 29 – Oct 28…"),
    );
    expect(harness.dm("U0ANA")).toHaveLength(1);
  });

  it("has nothing but the message of its progress, which becomes the report", async () => {
    const { body } = await harness.command("U0ANA", "/sync", "");
    (await eventually(() => harness.sync.runs[0])).end(aReport());
    await harness.app.idle();

    expect(harness.dm("U0ANA")).toMatchObject([{ text: expect.stringMatching(/^✅ Synced/) }]);
    expect([body, harness.responses()]).toEqual(["", []]);
  });
});
