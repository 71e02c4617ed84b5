import { type DayRange, day } from "../../../src/time/day";
import { justcallFacts } from "../../support/builders/facts";
import { ANA_EMAIL, aMember, byEmail } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";
import { cellsOf, type Named, threeSources } from "../../support/harness/sync";

const FROM = "2026-09-29";
const TO = "2026-10-28";
const RANGE: DayRange = { from: day(FROM), to: day(TO) };
const noon = (on: string) => `2026-10-${on}T19:00:00Z`;

describe("a sync and Slack's members", () => {
  const test = testDatabase();

  const harness = () => threeSources(test.db);
  const cells = () => cellsOf(test.db);
  const named = (collection: string) => test.db.collection<Named>(collection);

  it("keeps the last roster and says so when Slack's members cannot be read", async () => {
    const { justcall, sync, slack } = harness();
    await sync(FROM, TO);
    slack.failure = new Error("ratelimited");
    justcall.facts = justcallFacts("1", { at: noon("10"), owner: ANA_EMAIL });

    const report = await sync(FROM, TO);

    expect(report.results.errors).toEqual([expect.objectContaining({ source: "slack" })]);
    expect(await cells()).toMatchObject({ "UANA_phone_call_quantity_2026-10-10_justcall": 1 });
  });

  it("takes an empty list of members for one that was not read: nobody is deactivated", async () => {
    const { sync, members } = harness();
    await sync(FROM, TO);
    members.length = 0;

    const report = await sync(FROM, TO);

    expect(report.results.errors).toEqual([expect.objectContaining({ source: "slack" })]);
    expect(await named("users").countDocuments({ active: true })).toBe(2);
  });

  it("deactivates nobody when most of those it knows are missing from Slack's list, until an admin says that they left", async () => {
    const { queue, sync, members } = harness();
    members.push(aMember("UCAT", byEmail("cat@acme.com")));
    await sync(FROM, TO);
    members.splice(0, 2, aMember("UDAN", byEmail("dan@acme.com")));

    const braked = await sync(FROM, TO);
    const standing = await named("users").countDocuments({ active: true });
    await queue.request({ range: RANGE, userId: "cli", trigger: "cli", acceptVanished: true });

    expect(braked.results.errors).toEqual([
      {
        source: "slack",
        kind: "vanished",
        message: expect.stringMatching(/^2 of 3 active people are missing from Slack's member list/),
      },
    ]);
    expect(standing).toBe(3);
    const active = await named("users").find({ active: true }).sort({ _id: 1 }).toArray();
    expect(active.map(({ _id }) => _id)).toEqual(["UCAT", "UDAN"]);
  });

  it("deactivates whoever is missing from Slack's list when that is half of them", async () => {
    const { sync, members } = harness();
    await sync(FROM, TO);
    members.pop();

    const { results } = await sync(FROM, TO);

    expect(results.errors).toEqual([]);
    expect(await named("users").countDocuments({ active: true })).toBe(1);
  });
});
