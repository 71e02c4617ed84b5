import { ADMIN, REPS } from "../../src/demo/sample/team";
import { type DemoHarness, demoHarness } from "../support/harness/demo/demo";
import { eventually } from "../support/wait";

const ALEX = ADMIN.slack;

describe("a source that has lost its records", () => {
  let harness: DemoHarness;
  beforeAll(async () => {
    harness = await demoHarness();
  });
  afterAll(() => harness.close());

  const dm = (user: string) => harness.fakes.slack.messages(harness.fakes.slack.dm(user));
  const callsOfJustCall = () =>
    harness.database.db.collection("metrics").countDocuments({ source: "justcall", value: { $gt: 0 } });
  const syncAll = async () => {
    const headers = { authorization: `Bearer ${harness.fakes.env.API_TOKEN}` };
    return (await fetch(`${harness.url}/api/sync-all`, { method: "POST", headers })).json();
  };

  it("keeps its figures until an admin, who is told unasked, says that they are really gone", async () => {
    const { slack, justcall } = harness.fakes;
    await syncAll();
    const before = await callsOfJustCall();
    for (const { id } of justcall.account.calls.all()) justcall.account.calls.remove(id);

    const report = await syncAll();
    const alert = await eventually(() => dm(ALEX).find(({ text }) => text.includes("is missing")));
    const standing = await callsOfJustCall();
    await slack.action({
      user: ALEX,
      from: { channel: slack.dm(ALEX), messageTs: alert.ts },
      actionId: "accept_vanished",
    });
    await eventually(() => dm(ALEX).find(({ text }) => text.startsWith("✅ Synced")));

    expect(report).toMatchObject({ results: { errors: [{ source: "justcall", kind: "vanished" }] } });
    expect(alert.text).toMatch(/^:warning: JustCall is missing \d+ records from Sep 29 – Oct 28\./);
    expect([before > 0, standing]).toEqual([true, before]);
    expect(await callsOfJustCall()).toBe(0);
    expect(dm(REPS.ana.slack)).toEqual([]);
  });
});
