import { SEND_RATE, sendRateStore } from "../../../src/digests/delivery/send-rate-store";
import { testDatabase } from "../../support/env/database";
import { monitoredDatabase } from "../../support/env/monitored-database";
import { type DeliveryHarness, deliveryHarness } from "../../support/harness/digests/delivery";

const REPS = 1_000;
const REFUSALS = 12;

describe("a thousand people in one zone", () => {
  const test = testDatabase();
  const watched = monitoredDatabase(test);
  let harness: DeliveryHarness;
  afterEach(() => harness.close());

  it("get theirs once at one post a second, in the order of hashes, with no call during a pause", async () => {
    let renders = 0;
    harness = await deliveryHarness(watched.db(), { reps: REPS, leaderboards: ["C0BOARD"] });
    const sendRate = sendRateStore(watched.db(), { ...SEND_RATE, most: 1 });
    const render: typeof harness.deps.render = (rows) => {
      renders += 1;
      return harness.deps.render(rows);
    };
    // The database's pauses run in real time as well, which the clock of the harness does not count.
    const realTimes: number[] = [];
    const poster: typeof harness.deps.poster = {
      ...harness.deps.poster,
      post: (message) => {
        realTimes.push(Date.now());
        return harness.deps.poster.post(message);
      },
    };
    let accepted = 0;
    for (let refusal = 0; refusal < REFUSALS; refusal += 1) {
      // An irregular number of posts before each refusal, none of them the same.
      const good = 40 + ((refusal * 37) % 71);
      harness.slack.faults.push({ method: "chat.postMessage", times: good, outcome: {} });
      harness.slack.faults.push({
        method: "chat.postMessage",
        outcome: { status: 429, retryAfter: 1 + (refusal % 5) },
      });
      accepted += good;
    }
    const begun = harness.now().getTime();

    for (let minute = 0; minute < 60 && (await harness.rows.countDocuments({ state: "sent" })) <= REPS; minute += 1) {
      await harness.tick({ sendRate, render, poster });
      await harness.elapse(1_000);
    }

    const peak = Math.round(process.resourceUsage().maxRSS / 1024);
    process.stdout.write(
      `${REPS + 1} messages: ${watched.commands.length} commands to the database, peak ${peak} MB with stand-in and test\n`,
    );
    const posts = harness.slack.calls.filter(({ method }) => method === "chat.postMessage");
    const standing = harness.standing().map(({ channel }) => channel);
    const order = (await harness.rows.find().sort({ order: 1 }).toArray()).map(({ channel }) => channel);
    const seconds = (harness.now().getTime() - begun) / 1_000;
    expect(accepted).toBeLessThan(REPS);
    expect(posts).toHaveLength(REPS + 1 + REFUSALS);
    expect(standing).toEqual(order);
    expect(new Set(standing).size).toBe(REPS + 1);
    expect(standing[0]).toBe("C0BOARD");
    expect(renders).toBe(1);
    // One a second, and slower for a while after each refusal: never faster.
    expect(seconds).toBeGreaterThan(REPS * 0.95);
    expect(pausesBroken(posts.map(({ at }, index) => at.getTime() + (realTimes[index] ?? 0)))).toEqual([]);

    function pausesBroken(times: readonly number[]): readonly number[] {
      const refused = [...Array(REFUSALS).keys()].map((refusal) => ({
        index: posts.findIndex((_, at) => at === refusedAt(refusal)),
        ms: (1 + (refusal % 5)) * 1_000,
      }));
      return refused
        .filter(({ index, ms }) => (times[index + 1] ?? 0) - (times[index] ?? 0) < ms - 200)
        .map(({ index }) => index);
    }
    function refusedAt(refusal: number): number {
      return [...Array(refusal + 1).keys()].reduce((sum, each) => sum + 40 + ((each * 37) % 71) + 1, -1);
    }
  }, 240_000);
});
