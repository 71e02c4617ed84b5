import type { Delivery } from "../../src/digests/delivery/delivery";
import { seededChance } from "../support/fakes/mutations";
import { eventually, realSleep } from "../support/wait";
import { wrongs } from "./checks";
import { type Morning, startMorning } from "./morning";
import { remainsOf, settled } from "./remains";
import { makeTrouble } from "./trouble";

const REPS = 50;
/** How many have arrived when one of two processes is killed. */
const BEFORE_KILL = 15;
const OTHERS_MS = 90_000;
const IN_FLIGHT_MS = 8 * 60_000;
/** Trouble begins before digests are due, and ends while some are left. */
const TROUBLE_MS = { before: 10_000, after: 60_000 };

interface Run {
  readonly seed: number;
  readonly say: (line: string) => void;
}

/** One of two processes is killed in the middle of everybody's digests. Returns what is wrong. */
async function killOneOfTwo({ say }: Run): Promise<readonly string[]> {
  return withMorning(2, async (morning) => {
    const rows = morning.database.db.collection<Delivery>("deliveries");
    await eventually(async () => (await rows.countDocuments({ state: "sent" })) >= BEFORE_KILL, 300_000);
    // Slack takes these and is slow to say so, so that each process has one in flight.
    morning.fakes.slack.faults.push({ method: "chat.postMessage", times: 4, outcome: { hangMs: 5_000, accept: true } });
    await eventually(async () => (await rows.countDocuments({ state: "sending" })) >= 2, 20_000).catch(() => {});
    morning.replicas[0]?.signal("SIGKILL");
    const killedAt = Date.now();
    const inFlight = new Set(
      (await rows.find({ state: { $in: ["sending", "unknown"] } }).toArray()).map(({ to }) => to),
    );
    await settled(morning);
    const after = (await rows.find({ state: "sent" }).toArray()).map(({ to, sentAt }) => {
      return { to, ms: (sentAt?.getTime() ?? Number.POSITIVE_INFINITY) - killedAt };
    });
    const slowest = (those: typeof after) => Math.max(0, ...those.map(({ ms }) => ms));
    const others = slowest(after.filter(({ to }) => !inFlight.has(to)));
    const flying = slowest(after.filter(({ to }) => inFlight.has(to)));
    say(`killed with ${inFlight.size} in flight: the others ${seconds(others)} later, those ${seconds(flying)}`);
    await morning.replicas[0]?.start();
    return [
      ...(others > OTHERS_MS ? [`a digest that was not in flight came ${seconds(others)} after the kill`] : []),
      ...(flying > IN_FLIGHT_MS ? [`a digest in flight came ${seconds(flying)} after the kill`] : []),
      ...wrongs(await remainsOf(morning)),
    ];
  });
}

/** Three processes, a replica set of three, and trouble of all kinds around eight o'clock. Returns what is wrong. */
async function roughMorning({ seed, say }: Run): Promise<readonly string[]> {
  return withMorning(3, async (morning) => {
    const due = morning.dueAt.getTime();
    await realSleep(Math.max(0, due - TROUBLE_MS.before - Date.now()));
    await makeTrouble(morning, { chance: seededChance(seed), until: new Date(due + TROUBLE_MS.after), say });
    await settled(morning);
    return wrongs(await remainsOf(morning));
  });
}

async function withMorning(
  replicas: number,
  work: (morning: Morning) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const morning = await startMorning({ reps: REPS, replicas });
  try {
    await Promise.all(morning.replicas.map((one) => one.start()));
    return await work(morning);
  } finally {
    await morning.close();
  }
}

const SCENARIOS: Readonly<Record<string, (run: Run) => Promise<readonly string[]>>> = {
  kill: killOneOfTwo,
  rough: roughMorning,
};

/** Plays the scenarios that are named, or all, `SEEDS` times from `SEED` on; ends with 1 when anything was wrong. */
async function main(names: readonly string[]): Promise<void> {
  const first = Number(process.env.SEED ?? 1);
  const count = Number(process.env.SEEDS ?? 1);
  for (const name of names.length > 0 ? names : Object.keys(SCENARIOS)) {
    for (let seed = first; seed < first + count; seed += 1) {
      const begun = Date.now();
      const say = (line: string) => console.log(`  ${seconds(Date.now() - begun)}  ${line}`);
      console.log(`${name}, seed ${seed}`);
      const found = (await SCENARIOS[name]?.({ seed, say })) ?? [`there is no scenario ${name}`];
      for (const wrong of found) console.log(`  ✗ ${wrong}`);
      console.log(
        `  ${found.length === 0 ? "✓ nothing wrong" : `${found.length} wrong`}, ${seconds(Date.now() - begun)}`,
      );
      if (found.length > 0) process.exitCode = 1;
    }
  }
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}

void main(process.argv.slice(2));
