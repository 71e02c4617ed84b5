import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Fakes, startFakes } from "../../src/demo/fakes";
import { day } from "../../src/time/day";
import { bigMonth } from "../support/builders/big-months";
import { ZONE } from "../support/builders/team-zone";
import { type Built, runBuilt } from "../support/env/built";
import { testDatabase } from "../support/env/database";
import { hostileRequests, SENDERS, type Sent } from "../support/fakes/hostile-requests";
import { eventually } from "../support/wait";

const SEED = Number(process.env.SEED ?? 20261128);
const REQUESTS = 2_000;
const AT_ONCE = 64;
/** What a person without any right can change here, were it not refused. */
const PRECIOUS = [
  ...["users", "goals", "goal_changes", "deliveries", "sync_runs", "facts", "metrics", "alerts", "settings"],
  ...["fishbowl_sales_orders", "fishbowl_customers", "fishbowl_users_map", "fishbowl_imports", "inbox"],
];

describe("a hostile client", () => {
  const test = testDatabase();
  let fakes: Fakes;
  let built: Built;
  let url: string;
  const foreign = { url: "", asked: 0 };
  const elsewhere = createServer((_, response) => {
    foreign.asked += 1;
    response.end();
  });
  beforeAll(async () => {
    const window = { from: day("2026-10-01"), to: day("2026-10-02") };
    fakes = await startFakes(
      bigMonth({ reps: 2, mails: 1, copperCalls: 0, justcallCalls: 0 }, { window, now: new Date() }),
      () => new Date(),
    );
    const [someone] = fakes.slack.members();
    if (someone === undefined) throw new Error("The workspace has members");
    for (const id of SENDERS.slice(0, 20)) fakes.slack.putMember({ ...someone, id, guest: true });
    await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
    foreign.url = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
    const mongo = { MONGODB_URI: test.uri, MONGODB_DATABASE: test.name };
    const quiet = { NIGHTLY_SYNC_AT: "off", SYNC_ON_START: "off", LOG_LEVEL: "debug" };
    built = runBuilt("main.js", { env: { ...fakes.env, ...mongo, ...quiet, TEAM_TIMEZONE: ZONE, PORT: "0" } });
    const port = await eventually(() => /"port":(\d+)/.exec(built.out())?.[1]);
    url = `http://127.0.0.1:${port}`;
  });
  afterAll(async () => {
    built.child.kill("SIGKILL");
    await built.ended();
    elsewhere.close();
    await fakes.close();
  });

  it("case 44: sends 2,000 signed, twisted requests, and crashes, changes and reaches nothing", async () => {
    const requests = hostileRequests(SEED, {
      ...{ count: REQUESTS, foreign: foreign.url, slack: fakes.slack },
      secret: fakes.env.SLACK_SIGNING_SECRET,
    });
    const before = await fingerprint();

    const statuses = await sendAll(requests.slice(0, REQUESTS / 2));
    const memory = residentMegabytes();
    statuses.push(...(await sendAll(requests.slice(REQUESTS / 2))));

    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect([built.child.exitCode, foreign.asked]).toEqual([null, 0]);
    expect(await fingerprint()).toEqual(before);
    expect(statuses.filter(({ status }) => ![200, 400, 401, 404, 413, 415, 429].includes(status))).toEqual([]);
    expect(statuses.filter(({ status }) => status === 200).length).toBeGreaterThan(200);
    const faults = entries().filter(({ level, reference }) => level >= 50 && reference === undefined);
    expect(faults).toEqual([]);
    const kept = Object.entries(fakes.env).filter(([name]) => /_(KEY|SECRET|TOKEN|EMAIL)$/.test(name));
    expect(kept).toHaveLength(8);
    for (const [, secret] of kept) expect(built.out().includes(secret)).toBe(false);
    expect(residentMegabytes()).toBeLessThan(Math.min(300, memory + 60));
  }, 300_000);

  function entries(): { readonly level: number; readonly reference?: string; readonly msg: string }[] {
    return built
      .out()
      .split("\n")
      .filter((line) => line.startsWith("{"))
      .map((line) => JSON.parse(line));
  }

  async function fingerprint() {
    // What the process notes by itself: that it runs, of whose requests it took and by which secret.
    const own = { _id: { $nin: ["digests", "posting", /^signatures:/, "signing-secret", /^process:/] } };
    const of = async (name: string) => {
      const found = await test.db
        .collection(name)
        .find(name === "settings" ? (own as object) : {})
        .sort({ _id: 1 })
        .toArray();
      return [name, found.length, createHash("sha256").update(JSON.stringify(found)).digest("hex")];
    };
    return Promise.all(PRECIOUS.map(of));
  }

  async function sendAll(requests: readonly Sent[]) {
    const answers: { readonly status: number; readonly text: string }[] = [];
    const left = [...requests];
    const work = async () => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) {
        const { path, ...request } = next;
        const send = () => fetch(`${url}${path}`, { method: "POST", redirect: "manual", ...request });
        // An idle connection may be closed as it is used, where the machine is busy; a process that crashed closes the second as well.
        const response = await send().catch(send);
        answers.push({ status: response.status, text: await response.text() });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return answers;
  }

  function residentMegabytes(): number {
    const status = readFileSync(`/proc/${built.child.pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024;
  }
});
