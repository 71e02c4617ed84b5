import type { KnownBlock } from "@slack/types";
import { blockFaults } from "../../../src/demo/slack/rules/blocks";
import { adminAlerts } from "../../../src/slack/digests/alerts";
import { idempotencyStore } from "../../../src/slack/platform/idempotency-store";
import { day } from "../../../src/time/day";
import { justcallFacts } from "../../support/builders/facts";
import { aMember, byEmail } from "../../support/builders/people";
import { days } from "../../support/builders/team-zone";
import { testDatabase } from "../../support/env/database";
import { scriptedSource } from "../../support/fakes/scripted-source";
import { type SlackHarness, slackHarness } from "../../support/harness/slack";
import { lines } from "../../support/harness/slack-blocks";
import { syncHarness } from "../../support/harness/sync";
import { eventually } from "../../support/wait";

const ANA = "ana@acme.com";
const RANGE = { from: day("2026-09-29"), to: day("2026-10-28") };

describe("an admin's yes, really", () => {
  const test = testDatabase();
  let syncs: ReturnType<typeof syncHarness>;
  let justcall: ReturnType<typeof scriptedSource>;
  let harness: SlackHarness;

  /** Sixty calls were there, and are not any more. */
  beforeEach(async () => {
    justcall = scriptedSource("justcall", [{ owner: ANA, name: "Ana", email: ANA }]);
    const sources = [scriptedSource("copper", []), justcall, scriptedSource("fishbowl", null)];
    syncs = syncHarness(test.db, { sources, members: [aMember("U0ANA", byEmail(ANA))] });
    justcall.facts = Array.from({ length: 60 }, (_, id) =>
      justcallFacts(String(id), { at: "2026-10-10T17:00:00Z", owner: ANA }),
    ).flat();
    await syncs.sync(RANGE.from, RANGE.to);
    justcall.facts = [];
    syncs.clock.now = new Date("2026-10-28T22:00:00Z");
    const { queue, parts } = syncs;
    harness = await slackHarness({
      deps: {
        idempotency: idempotencyStore(test.db),
        requestSync: queue.request,
        freshness: () => parts.states.all(new Set()),
        days,
        now: parts.now,
      },
    });
    harness.roles.set("U0MAX", "admin");
  });
  afterEach(() => harness.close());

  const calls = async () => {
    const cell = await test.db.collection<{ _id: string; value: number }>("metrics").findOne({
      _id: "U0ANA_phone_call_quantity_2026-10-10_justcall",
    });
    return cell?.value;
  };
  const words = () =>
    test.db
      .collection("sync_runs")
      .find({ acceptVanished: { $exists: true } })
      .toArray();
  const reported = async (user: string, count: number) => {
    const reports = () => harness.dm(user).filter(({ text }) => / Synced /.test(text));
    return eventually(() => (reports().length === count ? reports().at(-1) : undefined));
  };
  const synced = async (user: string) => {
    const before = harness.dm(user).length;
    await harness.command(user, "/sync", "");
    return reported(user, before + 1);
  };
  const blocks = (message: { readonly blocks: unknown }): readonly KnownBlock[] =>
    JSON.parse(JSON.stringify(message.blocks));
  const press = (user: string, ts: string) =>
    harness.slack.action({
      user,
      from: { channel: harness.slack.dm(user), messageTs: ts },
      actionId: "accept_vanished",
    });

  it("is offered to an admin in the report, with what would come of it, and to nobody else", async () => {
    const [admins, reps] = [await synced("U0MAX"), await synced("U0ANA")];

    const [asked] = blocks(admins).filter(({ type }) => type === "actions");
    expect(asked).toMatchObject({
      elements: [
        {
          text: { text: "Yes, they were deleted" },
          confirm: {
            text: { text: expect.stringMatching(/^60 JustCall records, Sep 29 – Oct 28: a sync of JustCall/) },
          },
        },
      ],
    });
    expect(blockFaults(admins.blocks, "message")).toEqual([]);
    expect(blocks(reps).filter(({ type }) => type === "actions")).toEqual([]);
    expect(await calls()).toBe(60);
  });

  it("takes them back by one sync for two presses, reports it in the DM, and is kept with who gave it", async () => {
    const report = await synced("U0MAX");

    await Promise.all([press("U0MAX", report.ts), press("U0MAX", report.ts)]);

    const done = await reported("U0MAX", 2);
    await harness.app.idle();
    expect(done?.text).toMatch(/^✅ Synced Sep 29 – Oct 28\./);
    expect(await calls()).toBe(0);
    const [word, ...more] = await words();
    expect(more).toEqual([]);
    expect(word).toMatchObject({
      userId: "U0MAX",
      trigger: "slack",
      sources: ["justcall"],
      acceptVanished: { source: "justcall", records: 60 },
    });
    expect(harness.dm("U0MAX")).toHaveLength(2);
    expect(harness.log.at("warn", "error")).toEqual([]);
  });

  it("takes the button away and says in its place what was said", async () => {
    const report = await synced("U0MAX");

    await press("U0MAX", report.ts);

    await reported("U0MAX", 2);
    const left = harness.dm("U0MAX").find(({ ts }) => ts === report.ts);
    expect(lines(blocks(left ?? report)).slice(-1)).toEqual([
      "You confirmed at 3:00 PM PDT that these were deleted: 60 JustCall records, Sep 29 – Oct 28. The report follows.",
    ]);
    expect(lines(blocks(left ?? report))).not.toContain("[accept_vanished]");
    expect(lines(blocks(left ?? report))).toContainEqual(
      expect.stringMatching(
        /^❌ \*JustCall\*: 60 records that were there before .* Figures stay as they were until then\.$/,
      ),
    );
  });

  it("is refused to whoever is no admin any more and has the button still", async () => {
    const report = await synced("U0MAX");
    harness.roles.set("U0MAX", "manager");

    await press("U0MAX", report.ts);

    const modal = await eventually(() => harness.slack.modals("U0MAX").at(-1));
    expect(JSON.stringify(modal)).toContain("Only admins can confirm that records were deleted");
    await harness.app.idle();
    expect([await calls(), await words()]).toEqual([60, []]);
  });

  it("takes nothing back where the records came again since", async () => {
    const report = await synced("U0MAX");
    justcall.facts = justcallFacts("1", { at: "2026-10-10T17:00:00Z", owner: ANA });
    await syncs.queue.request({ range: RANGE, userId: "cli", trigger: "cli", acceptVanished: true });

    await press("U0MAX", report.ts);

    const left = () => lines(blocks(harness.dm("U0MAX").find(({ ts }) => ts === report.ts) ?? report));
    await eventually(() => left().includes("JustCall was fully synced since, so there's nothing left to confirm."));
    await harness.app.idle();
    expect(harness.dm("U0MAX")).toHaveLength(1);
    expect(await words()).toHaveLength(1);
  });

  it("asks again, for what is missing now, where more was deleted in the meantime", async () => {
    justcall.facts = Array.from({ length: 30 }, (_, id) =>
      justcallFacts(String(id), { at: "2026-10-10T17:00:00Z", owner: ANA }),
    ).flat();
    const report = await synced("U0MAX");
    justcall.facts = [];

    await press("U0MAX", report.ts);

    const second = await reported("U0MAX", 2);
    expect(JSON.stringify(second)).toContain("60 JustCall records");
    expect(await calls()).toBe(60);
  });

  it("is asked of every admin in an alert, whose button does the same", async () => {
    await syncs.sync(RANGE.from, RANGE.to);
    const { app, deps, log } = harness;
    const { days, now } = deps;
    const admins = async () => ["U0MAX"];
    const tell = adminAlerts({ client: app.client, admins, nextSync: async () => null, days, now, log });
    await tell({ kind: "vanished", source: "justcall", records: 60, range: RANGE });
    const [alert] = await eventually(() => harness.dm("U0MAX").length > 0 && harness.dm("U0MAX"));

    expect(alert?.text).toMatch(/^:warning: JustCall is missing 60 records from Sep 29 – Oct 28\./);
    await press("U0MAX", alert?.ts ?? "");

    await reported("U0MAX", 1);
    expect(await calls()).toBe(0);
  });
});
