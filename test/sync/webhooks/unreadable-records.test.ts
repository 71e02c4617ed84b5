import { SAMPLE_NOW } from "../../../src/demo/sample/dates";
import { testDatabase } from "../../support/env/database";
import { totalsOf } from "../../support/harness/histories";
import { webhookHarness } from "../../support/harness/webhooks";

const [FROM, TO] = ["2026-09-29", "2026-10-28"];

describe("a record that can no longer be read", () => {
  const test = testDatabase();
  let harness: Awaited<ReturnType<typeof webhookHarness>>;
  beforeEach(async () => {
    harness = await webhookHarness(test.db);
    await harness.syncAndSettle(FROM, TO);
  });
  afterEach(() => harness.close());

  /** A call in JustCall without a length, and a call and a mail in Copper whose details have another form. */
  function spoil(): void {
    const { activities } = harness.copper.account;
    const read = activities.all().filter(({ activity_date: at }) => at < SAMPLE_NOW.getTime() / 1_000);
    const dialed = harness.justcall.account.calls.all().findLast(({ talkSeconds }) => talkSeconds > 0);
    const logged = read.findLast(({ type, details }) => type.id === 2160510 && details !== "");
    const mail = read.findLast(({ type }) => type.id === 6);
    if (!dialed || !logged || !mail) throw new Error("The sample has each of them");
    harness.justcall.account.calls.change(dialed.id, { lengthUnknown: true });
    activities.change(logged.id, Object({ details: { text: "Duration: 5 min" } }));
    activities.change(mail.id, { details: "Re: Your order" });
  }

  it("keeps what was read of it, at a webhook and at a sync, and is told by kind", async () => {
    const before = await totalsOf(test.db);

    spoil();
    await harness.settled();
    const afterWebhooks = await totalsOf(test.db);
    const { results } = await harness.sync(FROM, TO);

    expect(afterWebhooks).toEqual(before);
    expect(await totalsOf(test.db)).toEqual(before);
    const said = harness.logged.filter(({ message }) => message.includes("could not be read"));
    expect(said.map(({ level }) => level)).toContain("warn");
    expect(results.errors).toEqual([]);
    expect(results.justcall.notes).toEqual(["2 calls could not be read: duration. Their earlier values stay."]);
    expect(results.copper.notes).toEqual([
      "1 call could not be read: details. Its earlier value stays.",
      "1 email could not be read: details. Its earlier value stays.",
    ]);
    expect(results.copper.notCounting).toMatchObject({ "call could not be read: details": 1 });
  });
});
