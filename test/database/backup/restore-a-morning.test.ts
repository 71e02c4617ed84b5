import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Document } from "mongodb";
import { paceline } from "../../../src/app";
import { backupCommand, restoreCommand } from "../../../src/cli/backup-commands";
import { parseEnv } from "../../../src/config/config";
import { SAMPLE_WINDOW, SAMPLE_ZONE } from "../../../src/demo/sample/dates";
import { REPS } from "../../../src/demo/sample/team";
import { testUri } from "../../support/env/database";
import { memoryLog } from "../../support/fakes/memory-log";
import { type ControlsHarness, controlsHarness } from "../../support/harness/demo/controls";

const ANA = REPS.ana.slack;

describe("a backup of the evening, restored after the morning's messages went out,", () => {
  let harness: ControlsHarness;
  let folder: string;
  const said: string[] = [];
  const terminal = { out: (text: string) => void said.push(text), err: (text: string) => void said.push(text) };
  beforeAll(async () => {
    // Whatever the team did until the morning would move figures.
    harness = await controlsHarness({ still: true });
    folder = await mkdtemp(join(tmpdir(), "paceline-backup-"));
    await harness.sync(ANA);
    await harness.app.tick();
  }, 60_000);
  afterAll(async () => {
    await harness.close();
    await rm(folder, { recursive: true, force: true });
  });

  const dir = () => join(folder, "evening");
  const command = () => ({ database: harness.database, now: harness.clock.now, terminal });
  const restored = (options: { readonly yes?: boolean }) =>
    restoreCommand(dir(), { ...command(), options, retentionDays: 400, owner: "test" });
  const documents = async (name: string) =>
    harness.database.db.collection<Document>(name).find().sort({ _id: 1 }).toArray();
  const kept = async () => {
    const names = [
      "facts",
      "metrics",
      "goals",
      "goal_changes",
      "teams",
      "users",
      "deliveries",
      "sync_runs",
      "settings",
    ];
    return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await documents(name)] as const)));
  };
  let before: Awaited<ReturnType<typeof kept>>;

  it("is written while Paceline runs, and says how much it is", async () => {
    before = await kept();

    expect(await backupCommand(dir(), command())).toBe(0);

    expect(said.at(-1)).toMatch(/^[\d,]+ documents of \d+ collections, as of 2026-10-28T\S+, are in /);
  });

  it("is only described until --yes is said", async () => {
    await harness.controls.run("clock.tomorrow", ANA);
    // As if its processes had ended some minutes ago.
    await harness.database.db.collection("ticks").deleteMany({});
    await harness.database.db.collection<{ _id: string }>("settings").deleteOne({ _id: "digests" });
    const after = await kept();

    expect(await restored({})).toBe(0);

    expect(said.at(-1)).toContain("Nothing was changed. Add --yes to restore it.");
    expect(await kept()).toEqual(after);
    expect(after.deliveries?.length).toBeGreaterThan(before.deliveries?.length ?? 0);
  }, 120_000);

  it("brings back every document as it was, in the place of what came since", async () => {
    await harness.database.db.dropDatabase();

    expect(await restored({ yes: true })).toBe(0);

    const now = await kept();
    const settings = now.settings?.filter(({ _id }) => String(_id) !== "restored");
    expect({ ...now, settings }).toEqual(before);
  }, 60_000);

  it("posts nothing twice, and every figure stands after the next sync", async () => {
    const messages = harness.fakes.slack.allMessages().length;
    const env = { ...harness.fakes.env, MONGODB_URI: testUri(), MONGODB_DATABASE: harness.database.db.databaseName };
    const config = parseEnv({ ...env, TEAM_TIMEZONE: SAMPLE_ZONE, SYNC_ON_START: "off" }, "server");
    const given = { config, database: harness.database, log: memoryLog(), now: harness.clock.now, clock: Date.now };
    const app = await paceline({ ...given, newId: randomUUID, owner: "restored" });

    await app.tick();
    await app.sync.request({ userId: ANA, trigger: "slack", range: SAMPLE_WINDOW });
    await app.sync.idle();

    expect(harness.fakes.slack.allMessages()).toHaveLength(messages);
    const deliveries = await documents("deliveries");
    expect(new Set(deliveries.map(({ state }) => state))).toEqual(new Set(["sent"]));
    expect(deliveries).toHaveLength(5 + 3);
    const figures = (all: readonly Document[]) => all.map(({ _id, value }) => [_id, value]);
    expect(figures(await documents("metrics"))).toEqual(figures(before.metrics ?? []));
    await app.jobs.stop();
  }, 120_000);
});
