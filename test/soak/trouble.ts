import type { SlackFault } from "../../src/demo/slack/http/faults";
import { type Chance, pick } from "../support/fakes/mutations";
import { realSleep } from "../support/wait";
import type { Morning } from "./morning";
import { askForSync, type Replica } from "./replica";

/** Something that goes wrong for a while. */
interface Trouble {
  readonly name: string;
  readonly begin: () => Promise<unknown> | unknown;
  /** At least and at most this long. */
  readonly lastsMs: readonly [least: number, most: number];
  readonly end?: () => Promise<unknown> | unknown;
}

/** What Slack may do to a post, by its own documents: take it and say so late, wrongly or not at all, or refuse it for now. */
const POST_FAULTS: readonly SlackFault["outcome"][] = [
  { status: 503, accept: true },
  { reset: true, accept: true },
  { reset: true },
  { error: "internal_error", accept: true },
  { error: "fatal_error" },
  { status: 429, retryAfter: 2 },
  { hangMs: 11_000, accept: true },
];
/** How late a slow way is, at most: a process' question and its write are a long time apart. */
const LATE_MS = 250;
const BETWEEN_MS = [300, 2_000] as const;

export interface TroubleOptions {
  readonly chance: Chance;
  /** Whether all shall be well again. */
  readonly isOver: () => boolean;
  readonly say: (line: string) => void;
  /** Replicas that something else is done to now. */
  readonly taken: ReadonlySet<Replica>;
}

/** Makes trouble of all kinds, one after the other as chance has it until it is over; then all is well again. */
export async function makeTrouble(morning: Morning, { chance, isOver, say, taken }: TroubleOptions): Promise<void> {
  const between = ([least, most]: readonly [number, number]) => least + chance() * (most - least);
  while (!isOver()) {
    const { name, begin, lastsMs, end } = pick(chance, troubles(morning, { chance, taken }));
    say(name);
    await begin();
    await realSleep(between(lastsMs));
    await end?.();
    await realSleep(between(BETWEEN_MS));
  }
  morning.fakes.slack.faults.clear();
}

function troubles(
  { replicas, database, fakes, env, by }: Morning,
  { chance, taken }: Pick<TroubleOptions, "chance" | "taken">,
): readonly Trouble[] {
  const free = replicas.filter((each) => !taken.has(each));
  const [one, way] = [pick(chance, free), pick(chance, database.ways)];
  const outcome = pick(chance, POST_FAULTS);
  const vendor = pick(chance, [fakes.copper, fakes.justcall]);
  const [status, retryAfter] = pick(chance, [[503] as const, [429, "2"] as const]);
  const soon = [0, 1_000] as const;
  return [
    { name: `kill ${one.name}`, begin: () => one.signal("SIGKILL"), lastsMs: [500, 4_000], end: one.start },
    {
      ...{ name: `stop ${one.name} for a while`, begin: () => one.signal("SIGSTOP"), lastsMs: [1_000, 12_000] },
      end: () => one.signal("SIGCONT"),
    },
    { name: "cut a member off", begin: () => way.cut(), lastsMs: [500, 4_000], end: () => way.mend() },
    {
      ...{ name: "have every answer of the database come late", lastsMs: [3_000, 8_000] },
      begin: () => database.ways.forEach((each) => void each.delay(() => Math.ceil(chance() * LATE_MS))),
      end: () => database.ways.forEach((each) => void each.delay(() => 0)),
    },
    { name: "have the primary step down", begin: () => database.stepDown(), lastsMs: [500, 4_000] },
    {
      name: `have Slack answer posts with ${JSON.stringify(outcome)}`,
      begin: () => fakes.slack.faults.push({ method: "chat.postMessage", times: 3, outcome }),
      lastsMs: soon,
    },
    {
      // Longer than until a message is looked up first, and shorter than until it is looked up again.
      name: "have Slack keep histories back",
      begin: () => fakes.slack.delayHistory(150_000 / by),
      lastsMs: [2_000, 6_000],
      end: () => fakes.slack.delayHistory(0),
    },
    {
      name: `have a vendor answer ${status}`,
      begin: () => vendor.faults.push({ times: 5, effect: { kind: "status", status, retryAfter } }),
      lastsMs: soon,
    },
    { name: `ask ${one.name} for a sync`, begin: () => void askForSync(one.url(), env), lastsMs: soon },
  ];
}
