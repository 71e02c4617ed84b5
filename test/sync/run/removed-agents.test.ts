import { REPS } from "../../../src/demo/sample/team";
import { testDatabase } from "../../support/env/database";
import { vendorHarness } from "../../support/harness/vendors";

const [FROM, TO] = ["2026-09-29", "2026-10-28"] as const;
const { slack: userId, justcall: agentId } = REPS.ana;

describe("an agent who was removed from JustCall", () => {
  const test = testDatabase();

  it("keeps every call, and a new call that names the agent's id alone is theirs", async () => {
    const { justcall, sync, close } = await vendorHarness(test.db);
    await sync(FROM, TO);
    const calls = async () => {
      const cells = await test.db.collection("metrics").find({ userId, source: "justcall" }).toArray();
      return cells.reduce((sum, { type, value }) => sum + (type === "phone_call_quantity" ? value : 0), 0);
    };
    const before = await calls();
    const [like] = justcall.account.calls.all();
    if (like === undefined) throw new Error("The sample has calls");

    justcall.account.users.remove(agentId);
    const startedAt = new Date("2026-10-28T20:30:00Z");
    justcall.account.calls.add({ ...like, id: 990_001, agentId, type: "Answered", startedAt });
    const { results } = await sync(FROM, TO);
    await close();

    expect(results.errors).toEqual([]);
    expect(before).toBeGreaterThan(0);
    expect(await calls()).toBe(before + 1);
  });
});
