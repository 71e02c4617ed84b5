import type { Delivery } from "../../src/digests/delivery/delivery";
import { eventually } from "../support/wait";
import { wrongs } from "./checks";
import type { Morning } from "./morning";
import { remainsOf, settled } from "./remains";

export const KILL = { reps: 50, replicas: 2 };
/** How many have arrived when one of two processes is killed. */
const BEFORE_KILL = 15;
const OTHERS_MS = 90_000;
const IN_FLIGHT_MS = 8 * 60_000;

/** One of two processes is killed in the middle of everybody's digests, in real time. Returns what is wrong. */
export async function killOneOfTwo(morning: Morning, say: (line: string) => void): Promise<readonly string[]> {
  const rows = morning.database.db.collection<Delivery>("deliveries");
  await eventually(async () => (await rows.countDocuments({ state: "sent" })) >= BEFORE_KILL, 300_000);
  // Slack takes these and is slow to say so, so that each process has one in flight.
  morning.fakes.slack.faults.push({ method: "chat.postMessage", times: 4, outcome: { hangMs: 5_000, accept: true } });
  await eventually(async () => (await rows.countDocuments({ state: "sending" })) >= 2, 20_000).catch(() => {});
  morning.replicas[0]?.signal("SIGKILL");
  const killedAt = Date.now();
  const inFlight = new Set((await rows.find({ state: { $in: ["sending", "unknown"] } }).toArray()).map(({ to }) => to));
  await settled(morning);
  const after = (await rows.find({ state: "sent" }).toArray()).map(({ to, sentAt }) => {
    return { to, ms: (sentAt?.getTime() ?? Number.POSITIVE_INFINITY) - killedAt };
  });
  const slowest = (those: typeof after) => Math.max(0, ...those.map(({ ms }) => ms)) / 1_000;
  const others = slowest(after.filter(({ to }) => !inFlight.has(to)));
  const flying = slowest(after.filter(({ to }) => inFlight.has(to)));
  say(`killed with ${inFlight.size} in flight: the others ${others} s later, those ${flying} s`);
  await morning.replicas[0]?.start();
  return [
    ...(others > OTHERS_MS / 1_000 ? [`a digest that was not in flight came ${others} s after the kill`] : []),
    ...(flying > IN_FLIGHT_MS / 1_000 ? [`a digest in flight came ${flying} s after the kill`] : []),
    ...wrongs(await remainsOf(morning, { days: 1, off: [], people: null, astray: [] })),
  ];
}
