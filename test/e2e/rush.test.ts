import type { Activity } from "../../src/demo/copper/account";
import { type Fakes, startFakes } from "../../src/demo/fakes";
import { bigMonth, recentWeeks } from "../support/builders/big-months";
import { ZONE } from "../support/builders/team-zone";
import { type Built, runBuilt } from "../support/env/built";
import { testDatabase } from "../support/env/database";
import { postApi, type RushTarget, rush } from "../support/harness/built/rush";
import { eventually } from "../support/wait";

const CALLS = 2_000;
const WEBHOOKS = 30;
const now = () => new Date();

describe("the built process under all that may come at once", () => {
  const test = testDatabase();
  let fakes: Fakes;
  let built: Built;
  let target: RushTarget;
  beforeEach(async () => {
    const size = { reps: 20, mails: 1_000, copperCalls: CALLS, justcallCalls: 0 };
    fakes = await startFakes(bigMonth(size, recentWeeks(now())), now);
    const mongo = { MONGODB_URI: test.uri, MONGODB_DATABASE: test.name };
    const quiet = { NIGHTLY_SYNC_AT: "off", SYNC_ON_START: "off", TEAM_TIMEZONE: ZONE, PORT: "0" };
    built = runBuilt("main.js", { env: { ...fakes.env, ...mongo, ...quiet } });
    const port = await eventually(() => /"port":(\d+)/.exec(built.out())?.[1]);
    const url = `http://127.0.0.1:${port}`;
    fakes.slack.connect(`${url}/slack/events`);
    target = { url, env: fakes.env, slack: fakes.slack };
  });
  afterEach(async () => {
    built.child.kill("SIGTERM");
    expect(await built.ended()).toBe(0);
    await fakes.close();
  });

  /** Calls that Copper has by now, and tells of. */
  const newCalls = (): readonly Activity[] => {
    const like = fakes.copper.account.activities
      .all()
      .find(({ type, user_id }) => type.category === "user" && user_id !== null);
    if (like === undefined) throw new Error("There are calls of somebody's");
    return Array.from({ length: WEBHOOKS * 30 }, (_, n) => ({ ...like, id: 8_000_000 + n }));
  };
  const running = () => eventually(() => test.db.collection("sync_runs").findOne({ status: "running" }));
  const calls = async () => {
    const cells = await test.db.collection("metrics").find({ type: "phone_call_quantity" }).toArray();
    return cells.reduce((sum, { value }) => sum + Number(value), 0);
  };

  it("acknowledges 200 commands while a sync, a preview of a file and webhooks run, and all of it is in the figures", async () => {
    expect((await postApi(target, { path: "/api/sync-all", body: "" })).status).toBe(200);
    expect(await calls()).toBe(CALLS);
    const added = newCalls();
    fakes.copper.account.activities.addAll(added);

    const size = { commands: 200, rows: 10_000, ids: added.map(({ id }) => id) };
    const { sync, preview, webhooks, commands } = await rush(target, { size, running });

    expect(commands.map(({ status }) => status)).toEqual(Array(200).fill(200));
    expect(webhooks).toEqual(Array(WEBHOOKS).fill(200));
    expect([sync.status, sync.body.success]).toEqual([200, true]);
    expect(preview).toMatchObject({ status: 200, body: { applied: false, rows: 10_000, orders: { new: 2_500 } } });
    await eventually(
      async () => (await test.db.collection("inbox").countDocuments({ state: "waiting" })) === 0,
      60_000,
    );
    await eventually(async () => (await calls()) === CALLS + added.length, 60_000);
    await eventually(async () => (await test.db.collection("sync_runs").countDocuments({ status: "running" })) === 0);
    expect(await test.db.collection("inbox").countDocuments({ state: "done" })).toBe(WEBHOOKS);
    expect(await test.db.collection("sync_runs").countDocuments({ status: "failed" })).toBe(0);
    expect(await test.db.collection("fishbowl_sales_orders").countDocuments()).toBe(0);
    expect(built.out()).not.toMatch(/"level":(?:50|60)/);
  }, 180_000);
});
