import { REPS } from "../../../src/demo/sample/team";
import { testDatabase } from "../../support/env/database";
import { webhookHarness } from "../../support/harness/webhooks";

const { slack: userId, justcall: agentId } = REPS.ana;

describe("a webhook of calls whose agent was removed from JustCall", () => {
  const test = testDatabase();
  let harness: Awaited<ReturnType<typeof webhookHarness>>;

  beforeEach(async () => {
    harness = await webhookHarness(test.db);
    await harness.sync("2026-09-29", "2026-10-28");
    harness.justcall.account.users.remove(agentId);
    // As before agents were remembered: nothing but the facts says whose the calls were.
    await test.db.collection("users").updateMany({}, { $unset: { "found.justcallAgentId": "" } });
  });
  afterEach(() => harness.close());

  const figures = () =>
    test.db
      .collection("metrics")
      .find({ userId }, { projection: { value: 1 } })
      .toArray();
  /** Has the vendor tell of so many of Ana's calls, all with a hold that was not known before. */
  const change = async (count: number) => {
    const calls = harness.justcall.account.calls.all().filter((call) => call.agentId === agentId);
    for (const { id } of calls.slice(-count)) harness.justcall.account.calls.change(id, { holdSeconds: 1 });
    await harness.settled();
  };

  it("leaves them with whoever they were", async () => {
    const before = await figures();

    await change(3);

    expect(await figures()).toEqual(before);
    expect(await test.db.collection("facts").distinct("recordId", { ownerLost: true })).toHaveLength(3);
  });
});
