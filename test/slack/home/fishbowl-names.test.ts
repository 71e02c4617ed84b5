import type { ModalView } from "@slack/types";
import { factStore } from "../../../src/metrics/fact-store";
import type { Salesman } from "../../../src/people/person";
import { aFact } from "../../support/builders/facts";
import { closedAfterEach } from "../../support/env/closed-after-each";
import { type GoalsHarness, goalsHarness } from "../../support/harness/goals";
import { storedFacts } from "../../support/harness/stored-facts";
import { eventually } from "../../support/wait";

const ADMIN = "U0NEW";

describe("a name of Fishbowl's", () => {
  const { save, test } = storedFacts();
  const closed = closedAfterEach();
  const order = (recordId: string, owner: string) =>
    aFact(recordId, { source: "fishbowl", type: "new_sales_wholesale", owner, amount: 100_000, day: "2026-10-20" });
  const map = () => test.db.collection<Salesman>("fishbowl_users_map");
  const mapped = async () => (await map().find().sort({ _id: 1 }).toArray()).map(({ _id, userId }) => [_id, userId]);
  const open = async () => closed(await goalsHarness(test, { facts: factStore(test.db) }));
  async function pressUnlink(harness: GoalsHarness, owner: string) {
    const value = JSON.stringify({ source: "fishbowl", owner, userId: "U0ANA" });
    await harness.pressForged(ADMIN, { actionId: "name_remove", value });
    await eventually(() => harness.modalSays(ADMIN).join().includes("not matched anymore"));
  }
  const submit = (harness: GoalsHarness) => harness.slack.submitView({ user: ADMIN });

  it("is unlinked in the spelling whose button was pressed, and no other", async () => {
    await map().insertMany([
      { _id: "B. Lee", userId: "U0ANA" },
      { _id: "b. lee", userId: "U0BEN" },
    ]);
    await save([order("1", "b. lee")]);
    const harness = await open();

    await pressUnlink(harness, "b. lee");
    expect(harness.modalSays(ADMIN).slice(0, 2)).toEqual([
      "*b. lee* → not matched anymore",
      "• Oct 2026: 1 order, $1,000 · Ben Okafor → *Ana Torres*",
    ]);
    await submit(harness);

    expect(await mapped()).toEqual([["B. Lee", "U0ANA"]]);
  });

  it("is saved as it was shown alone: once the orders or the mapping are others, that is shown first, and a second press is none", async () => {
    await map().insertOne({ _id: "B. Lee", userId: "U0ANA" });
    await save([order("1", "B. Lee")]);
    const harness = await open();
    await pressUnlink(harness, "B. Lee");

    await save([order("2", "B. Lee")]);
    await submit(harness);
    expect(harness.modalSays(ADMIN).slice(0, 3)).toEqual([
      STALE,
      "*B. Lee* → not matched anymore",
      "• Oct 2026: 2 orders, $2,000 · Ana Torres → *nobody*",
    ]);
    await map().updateOne({ _id: "B. Lee" }, { $set: { userId: "U0BEN" } });
    await submit(harness);
    expect(harness.modalSays(ADMIN)[2]).toBe("• Oct 2026: 2 orders, $2,000 · Ben Okafor → *nobody*");
    expect(await mapped()).toEqual([["B. Lee", "U0BEN"]]);

    const form: ModalView = JSON.parse(JSON.stringify(harness.modal(ADMIN)?.view));
    await submit(harness);
    expect([await mapped(), harness.modal(ADMIN)]).toEqual([[], undefined]);
    await pressUnlink(harness, "B. Lee");
    await harness.forgeModal(ADMIN, form);
    await submit(harness);
    expect([await mapped(), harness.modal(ADMIN)]).toEqual([[], undefined]);
  });
});

const STALE = "⚠️ *Something changed while you were looking, so nothing was saved.* Saving would now do this.";
