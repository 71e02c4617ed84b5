import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { connectDatabase, type Database } from "../../../src/database/connect";
import { type EmbeddedMongo, startEmbeddedMongo } from "../../../src/database/embedded/embedded";
import { ownFolder } from "../../../src/database/embedded/own-folder";
import { ensureIndexes } from "../../../src/database/indexes";
import type { DeliveryDeps } from "../../../src/digests/delivery/ports";
import { type TcpProxy, tcpProxy } from "../../support/env/tcp-proxy";
import { type DeliveryHarness, deliveryHarness } from "../../support/harness/digests/delivery";
import { eventually } from "../../support/wait";

/** A server of its own: others are not to notice that it goes away. */
describe("MongoDB goes away in the middle of a morning", () => {
  let dir: string;
  let mongo: EmbeddedMongo | undefined;
  let proxy: TcpProxy | undefined;
  let database: Database | undefined;
  let harness: DeliveryHarness | undefined;
  beforeAll(async () => {
    dir = await ownFolder(tmpdir(), "paceline-faults-");
    mongo = await startEmbeddedMongo({ dir, env: process.env, say: () => {}, login: false });
    proxy = await tcpProxy(Number(new URL(mongo.uri).port));
  });
  beforeEach(async () => {
    const uri = `mongodb://127.0.0.1:${proxy?.port}/?directConnection=true`;
    database = await connectDatabase({ uri, name: "faults", log: { info() {}, warn() {} }, patienceMs: 1_000 });
    await database.db.dropDatabase();
    await ensureIndexes(database.db);
  });
  afterEach(async () => {
    await harness?.close();
    await database?.close();
  });
  afterAll(async () => {
    await proxy?.cut();
    await mongo?.stop();
    await rm(dir, { recursive: true, force: true, maxRetries: 3 });
  });
  const open = async (reps: number, deps: (harness: DeliveryHarness) => Partial<DeliveryDeps> = () => ({})) => {
    if (database === undefined) throw new Error("no database");
    const made = await deliveryHarness(database.db, { reps });
    harness = made;
    return { made, tick: () => made.tick(deps(made)) };
  };
  /** A tick may fail while the server is away; the next one heals it. */
  const untilAllSent = async (made: DeliveryHarness, reps: number) => {
    for (let minute = 0; minute < 20; minute += 1) {
      await made.tick().catch(() => undefined);
      if ((await made.rows.countDocuments({ state: "sent" })) === reps) return;
      await made.elapse(60_000);
    }
  };

  it("case 24: without it nothing is posted; once it is back all arrive once", async () => {
    const { made } = await open(5);
    await proxy?.cut();

    const failed = await made.tick().then(
      () => "went on",
      () => "failed",
    );
    const posts = made.posts().length;
    await proxy?.mend();
    await eventually(() => database?.db.command({ ping: 1 }).catch(() => null));
    await untilAllSent(made, 5);

    expect([failed, posts]).toEqual(["failed", 0]);
    expect(made.posts()).toHaveLength(5);
    expect(new Set(made.posts()).size).toBe(5);
  });

  it("case 24: cut between Slack's answer and its record, it is found and posted once", async () => {
    let cut = false;
    const { made, tick } = await open(3, ({ deps: { poster } }) => ({
      poster: {
        ...poster,
        post: async (message) => {
          const answer = await poster.post(message);
          if (!cut) await proxy?.cut();
          cut = true;
          return answer;
        },
      },
    }));

    await tick().catch(() => undefined);
    await proxy?.mend();
    await eventually(() => database?.db.command({ ping: 1 }).catch(() => null));
    await untilAllSent(made, 3);

    expect(made.posts()).toHaveLength(3);
    expect(made.standing()).toHaveLength(3);
    expect(await made.rows.countDocuments({ state: "sent" })).toBe(3);
  });

  it.each(["claim", "change"] as const)(
    "case 25: its primary steps down during a %s: all arrive once",
    async (method) => {
      let calls = 0;
      const stepDown = async () => {
        calls += 1;
        if (calls !== 3) return;
        const admin = database?.client.db("admin");
        await admin?.command({ replSetStepDown: 1, force: true }).catch(() => undefined);
      };
      const { made, tick } = await open(8, ({ deps: { deliveries } }) => ({
        deliveries: {
          ...deliveries,
          [method]: async (...args: Parameters<typeof deliveries.claim> & Parameters<typeof deliveries.change>) => {
            void stepDown();
            return Reflect.apply(deliveries[method], deliveries, args);
          },
        },
      }));

      const term = async () => Number((await database?.db.admin().command({ replSetGetStatus: 1 }))?.term);
      const before = await term();
      await tick().catch(() => undefined);
      await eventually(async () => (await database?.db.admin().command({ hello: 1 }))?.isWritablePrimary);
      expect(await term()).toBeGreaterThan(before);
      await untilAllSent(made, 8);

      expect(made.posts()).toHaveLength(8);
      expect(new Set(made.posts()).size).toBe(8);
      expect(await made.rows.countDocuments({ state: "sent" })).toBe(8);
    },
  );
});
