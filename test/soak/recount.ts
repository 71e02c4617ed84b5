import type { Activity } from "../../src/demo/copper/account";
import type { MetricType } from "../../src/metrics/metrics";
import { addDays, type Day, zoneDays } from "../../src/time/day";
import { type Morning, TEAM_ZONE } from "./morning";

/** So close a Copper call is the JustCall call that it logs. */
const SAME_CALL_MS = 120_000;
const COPPER_MINUTES = 5;
const DAYS = 30;

type Totals = ReadonlyMap<string, number>;

/** Compares `metrics` of the last 30 days with what the vendors' stand-ins hold, counted here anew. A sentence for each total that differs. */
export async function wrongTotals(morning: Morning): Promise<readonly string[]> {
  const days = zoneDays(TEAM_ZONE);
  const today = days.dayOf(morning.now());
  const range = { from: addDays(today, 1 - DAYS), to: today };
  const expected = recounted(morning, range);
  const cells = await morning.database.db
    .collection<{ _id: string; value: number }>("metrics")
    .find({ day: { $gte: range.from, $lte: range.to } })
    .toArray();
  const stored = new Map(cells.filter(({ value }) => value !== 0).map(({ _id, value }) => [String(_id), value]));
  const ids = new Set([...expected.keys(), ...stored.keys()]);
  return [...ids]
    .filter((id) => expected.get(id) !== stored.get(id))
    .map((id) => `${id} is ${stored.get(id) ?? 0}, and the vendors have ${expected.get(id) ?? 0}`);
}

function recounted({ fakes }: Morning, { from, to }: { readonly from: Day; readonly to: Day }): Totals {
  const days = zoneDays(TEAM_ZONE);
  const totals = new Map<string, number>();
  const add = (given: { user: string; type: MetricType; at: number; source: string; amount: number }) => {
    const of = days.dayOf(new Date(given.at));
    if (of < from || of > to) return;
    const id = `${given.user}_${given.type}_${of}_${given.source}`;
    totals.set(id, (totals.get(id) ?? 0) + given.amount);
  };
  const byEmail = new Map(fakes.slack.members().map(({ id, email }) => [email, id]));
  const byOwner = new Map(fakes.copper.account.users.all().map(({ id, email }) => [id, byEmail.get(email)]));
  const starts = new Map<string, number[]>();
  for (const { agentId, startedAt, talkSeconds } of fakes.justcall.account.calls.all()) {
    // Everybody has one number at both.
    const user = byOwner.get(agentId);
    if (user === undefined) continue;
    const call = { user, at: startedAt.getTime(), source: "justcall" };
    starts.set(user, [...(starts.get(user) ?? []), call.at]);
    add({ ...call, type: "phone_call_quantity", amount: 1 });
    add({ ...call, type: "talk_time_minutes", amount: talkSeconds / 60 });
  }
  for (const activity of fakes.copper.account.activities.all()) {
    const at = activity.activity_date * 1_000;
    const sender = senderOf(activity);
    const user = sender === null ? byOwner.get(activity.user_id ?? 0) : byEmail.get(sender);
    if (user === undefined) continue;
    const counted = { user, at, source: "copper" };
    if (sender !== null) add({ ...counted, type: "email_quantity", amount: 1 });
    else if (!(starts.get(user) ?? []).some((start) => Math.abs(start - at) <= SAME_CALL_MS)) {
      add({ ...counted, type: "phone_call_quantity", amount: 1 });
      if (activity.details !== null) add({ ...counted, type: "talk_time_minutes", amount: COPPER_MINUTES });
    }
  }
  return new Map([...totals].map(([id, total]) => [id, Math.round(total * 100) / 100]));
}

/** The address that a mail was sent from; `null` for a call. */
function senderOf({ type, details }: Activity): string | null {
  if (type.category !== "system") return null;
  return details !== null && typeof details === "object" ? details.sender.email : "";
}

/** Compares each goal's `current` with the totals of its metric in its month. */
export async function wrongGoals({ database: { db }, now }: Morning): Promise<readonly string[]> {
  const month = zoneDays(TEAM_ZONE).dayOf(now()).slice(0, 7);
  const sums = await db
    .collection("metrics")
    .aggregate<{ _id: { userId: string; type: MetricType }; sum: number }>([
      { $match: { day: { $gte: `${month}-01`, $lte: `${month}-31` } } },
      { $group: { _id: { userId: "$userId", type: "$type" }, sum: { $sum: "$value" } } },
    ])
    .toArray();
  const byKey = new Map(sums.map(({ _id: { userId, type }, sum }) => [`${userId} ${type}`, sum]));
  const sumOf = ({ userId, type }: StoredGoal) => byKey.get(`${userId} ${type}`) ?? 0;
  const goals = await db.collection<StoredGoal>("goals").find().toArray();
  return goals
    .filter((goal) => goal.current !== sumOf(goal))
    .map((goal) => `${goal.userId}'s goal says ${goal.current}, and its metrics ${sumOf(goal)}`);
}

interface StoredGoal {
  readonly _id: string;
  readonly userId: string;
  readonly type: MetricType;
  readonly current: number;
}
