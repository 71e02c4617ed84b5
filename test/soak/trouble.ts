import type { SlackFault } from "../../src/demo/slack/http/faults";
import { type Chance, pick } from "../support/fakes/mutations";
import { realSleep } from "../support/wait";
import type { Morning } from "./morning";

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
  { status: 429, retryAfter: 3 },
  { hangMs: 11_000, accept: true },
];
const BETWEEN_MS = [1_000, 4_000] as const;

/** Makes trouble of all kinds, one after the other as chance has it, until an instant; then all is well again. */
export async function makeTrouble(
  morning: Morning,
  { chance, until, say }: { readonly chance: Chance; readonly until: Date; readonly say: (line: string) => void },
): Promise<void> {
  const between = ([least, most]: readonly [number, number]) => least + chance() * (most - least);
  while (new Date() < until) {
    const { name, begin, lastsMs, end } = pick(chance, troubles(morning, chance));
    say(name);
    await begin();
    await realSleep(between(lastsMs));
    await end?.();
    await realSleep(between(BETWEEN_MS));
  }
  morning.fakes.slack.faults.clear();
}

function troubles({ replicas, database, fakes, env }: Morning, chance: Chance): readonly Trouble[] {
  const [one, way] = [pick(chance, replicas), pick(chance, database.ways)];
  const outcome = pick(chance, POST_FAULTS);
  const vendor = pick(chance, [fakes.copper, fakes.justcall]);
  const soon = [0, 1_000] as const;
  return [
    { name: `kill ${one.name}`, begin: () => one.signal("SIGKILL"), lastsMs: [500, 4_000], end: one.start },
    {
      ...{ name: `stop ${one.name} for a while`, begin: () => one.signal("SIGSTOP"), lastsMs: [2_000, 20_000] },
      end: () => one.signal("SIGCONT"),
    },
    { name: "cut a member off", begin: () => way.cut(), lastsMs: [1_000, 6_000], end: () => way.mend() },
    { name: "have the primary step down", begin: () => database.stepDown(), lastsMs: [500, 4_000] },
    {
      name: `have Slack answer posts with ${JSON.stringify(outcome)}`,
      begin: () => fakes.slack.faults.push({ method: "chat.postMessage", times: 2, outcome }),
      lastsMs: soon,
    },
    {
      name: "have Slack keep histories back",
      begin: () => fakes.slack.delayHistory(20_000),
      lastsMs: [2_000, 6_000],
      end: () => fakes.slack.delayHistory(0),
    },
    {
      name: "have a vendor fail",
      begin: () => vendor.faults.push({ match: () => true, times: 5, effect: { kind: "status", status: 503 } }),
      lastsMs: soon,
    },
    { name: `ask ${one.name} for a sync`, begin: () => askForSync(one.url(), env.API_TOKEN ?? ""), lastsMs: soon },
  ];
}

/** Nobody waits for what comes of it: the process may be dead by then. */
function askForSync(url: string, token: string): void {
  const ask = { method: "POST", headers: { authorization: `Bearer ${token}` }, body: "{}" };
  void fetch(`${url}/api/sync-all`, ask).catch(() => {});
}
