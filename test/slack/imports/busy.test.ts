import { idempotencyStore } from "../../../src/slack/platform/idempotency-store";
import { acquireLease } from "../../../src/sync/lease";
import { type OrderImports, orderImports } from "../../../src/sync/order-imports";
import { nativeExport } from "../../support/builders/orders";
import { aPerson } from "../../support/builders/people";
import { aReport, aResult } from "../../support/builders/reports";
import { days } from "../../support/builders/team-zone";
import { testDatabase } from "../../support/env/database";
import { recordedLog } from "../../support/env/logs/recorded-logs";
import { ScriptedSync } from "../../support/fakes/scripted-sync";
import { unusedDeps } from "../../support/fakes/unused-deps";
import { allDaysRetained, anImporter } from "../../support/harness/fishbowl-import";
import { type SlackHarness, slackHarness } from "../../support/harness/slack";
import { pressable } from "../../support/harness/slack-blocks";
import { eventually } from "../../support/wait";

const ADMIN = "U0MAX";
const FILE = nativeExport({ number: "SO-2001", date: "10/28/2026" });

describe("a file in the DM while something else is amiss", () => {
  const test = testDatabase();
  let harness: SlackHarness;
  let sync: ScriptedSync;
  let broken: Error | null;
  let ids = 0;

  beforeEach(async () => {
    broken = null;
    sync = new ScriptedSync();
    const imports: OrderImports = orderImports({
      importer: anImporter(test.db),
      acquireLease: () => acquireLease(test.db, { name: "import", owner: "test" }),
      requestSync: sync.request,
      days,
      firstRetained: allDaysRetained,
      now: () => new Date("2026-10-28T21:05:00Z"),
      newId: () => `import-${ids++}`,
      sleep: async () => {},
      log: recordedLog(),
    });
    const preview: OrderImports["preview"] = async (file) => {
      if (broken !== null) throw broken;
      return imports.preview(file);
    };
    harness = await slackHarness({
      deps: {
        imports: { ...imports, preview },
        idempotency: idempotencyStore(test.db),
        actor: async (userId) => ({ userId, role: userId === ADMIN ? "admin" : "rep" }),
        people: { ...unusedDeps().people, all: async () => [aPerson(ADMIN, { role: "admin" })] },
      },
    });
  });
  afterEach(() => harness.close());

  const ours = () => harness.dm(ADMIN).filter(({ author }) => author === harness.slack.bot.userId);
  const newest = () => ours().at(-1);
  const says = (words: RegExp) => eventually(() => words.test(newest()?.text ?? "") && newest());
  const drop = async () => {
    await harness.slack.write({ user: ADMIN, text: "", files: [{ name: "orders.csv", bytes: Buffer.from(FILE) }] });
    return says(/Apply\?$/);
  };
  const apply = () => {
    const { ts: messageTs, channel } = newest() ?? { ts: "", channel: "" };
    return harness.slack.action({ user: ADMIN, from: { messageTs, channel }, actionId: "import_apply" });
  };

  it("says at each step what goes on, in one message", async () => {
    await drop();
    await apply();
    (await eventually(() => sync.runs[0])).end(aReport({ fishbowl: aResult({ counting: 1, records: 1 }) }));
    const message = await says(/Fishbowl synced for/);

    expect(message.edits.map(({ text }) => text)).toEqual([
      "⏳ Reading orders.csv…",
      "orders.csv: No rep's credited sales change. Apply?",
      "⏳ Applying orders.csv…",
      "Applied orders.csv: No rep's credited sales changed. ⏳ Syncing Fishbowl for Oct 28…",
      "Applied orders.csv: No rep's credited sales changed. Fishbowl synced for Oct 28.",
    ]);
  });

  it("is not applied while another import is under way, and can be a minute later", async () => {
    await drop();
    const lease = await acquireLease(test.db, { name: "import", owner: "another process" });
    await apply();
    const reported = await says(/^Another import is running, so nothing was applied\. Press Apply again in a minute\./);
    expect(pressable(JSON.parse(JSON.stringify(reported.blocks)))).toEqual(["import_apply", "import_forget"]);
    expect(await test.db.collection("fishbowl_sales_orders").countDocuments()).toBe(0);
    await lease?.release();

    await apply();
    (await eventually(() => sync.runs[0])).end(aReport());
    await says(/Fishbowl synced for/);

    expect(await test.db.collection("fishbowl_sales_orders").countDocuments()).toBe(1);
  });

  it("is not read while another import is under way, and is told so", async () => {
    const lease = await acquireLease(test.db, { name: "import", owner: "another process" });

    await harness.slack.write({ user: ADMIN, text: "", files: [{ name: "orders.csv", bytes: Buffer.from(FILE) }] });

    const { text } = await says(/^⏳ Another import/);
    expect(text).toBe("⏳ Another import is running, so *orders.csv* wasn't read. Drop it here again in a minute.");
    await lease?.release();
  });

  it("waits for a file that is being read, and is told so", async () => {
    const files = [1, 2].map((n) => ({ name: `orders-${n}.csv`, bytes: Buffer.from(FILE) }));
    await Promise.all(files.map((file) => harness.slack.write({ user: ADMIN, text: "", files: [file] })));

    await eventually(() => ours().filter(({ text }) => /Apply\?$/.test(text)).length === 2);

    expect(ours().map(({ edits: [first] }) => first?.text)).toEqual([
      expect.stringMatching(/^⏳ Reading orders-.\.csv…$/),
      expect.stringMatching(/^⏳ orders-.\.csv is next, after another file…$/),
    ]);
  });

  it("tells that the orders are in when the sync of their days breaks", async () => {
    await drop();
    await apply();
    (await eventually(() => sync.runs[0])).fail(new Error("no database"));

    const { text } = await says(/The orders are in/);

    expect(text).toMatch(/failed\. Run `\/sync` to finish\.$/);
  });

  it("tells what the sync's problem is, and who can mend it", async () => {
    await drop();
    await apply();
    const errors = [{ source: "fishbowl", kind: "credentials", message: "Fishbowl refused the password" }] as const;
    const report = aReport({ fishbowl: aResult({ success: false }), errors });
    (await eventually(() => sync.runs[0])).end(report);

    const { blocks } = await says(/Fishbowl could not be synced for Oct 28/);

    expect(JSON.stringify(blocks)).toContain(
      "Fishbowl refused the password. Put in a working key with `npm run setup`",
    );
    // What waits is not asked for, whose figures are older than the file.
    expect(
      harness.log
        .at("warn")
        .map(({ message }) => message)
        .join(),
    ).not.toContain("waits");
  });

  it("gets an answer with a reference when it cannot be read for a fault of ours", async () => {
    broken = new Error("secret detail");
    await harness.slack.write({ user: ADMIN, text: "", files: [{ name: "orders.csv", bytes: Buffer.from(FILE) }] });

    const { text } = await says(/^Sorry/);

    expect(text).toMatch(/give whoever runs Paceline this reference: ref-1$/);
    expect(ours()).toHaveLength(1);
    expect(harness.log.at("error").map(({ message }) => message)).toEqual(["A request from Slack failed"]);
  });

  it("is answered in a new message when the old one cannot be edited", async () => {
    harness.slack.faults.push({ method: "chat.update", outcome: { error: "message_not_found" } });

    await drop();

    expect(ours().map(({ text }) => text)).toEqual(["⏳ Reading orders.csv…", expect.stringMatching(/Apply\?$/)]);
  });
});
