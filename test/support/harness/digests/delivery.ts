import type { Db } from "mongodb";
import { type FakeSlack, startFakeSlack } from "../../../../src/demo/slack/fake-slack";
import type { SlackMessage } from "../../../../src/demo/slack/state/messages";
import { type Alert, alertStore } from "../../../../src/digests/delivery/alert-store";
import { deliver } from "../../../../src/digests/delivery/deliver";
import type { Delivery } from "../../../../src/digests/delivery/delivery";
import { deliveryStore } from "../../../../src/digests/delivery/delivery-store";
import type { AuthStatus, DeliveryDeps, DeliveryPlan } from "../../../../src/digests/delivery/ports";
import { SEND_RATE, sendRateStore } from "../../../../src/digests/delivery/send-rate-store";
import { DELIVERY_TIMES } from "../../../../src/digests/delivery/transitions";
import type { DueRow, PlannedMessage, RenderedMessage } from "../../../../src/digests/planned-message";
import { slackPoster } from "../../../../src/slack/digests/poster";
import { day } from "../../../../src/time/day";
import { aMember, byEmail } from "../../builders/people";
import { memoryLog } from "../../fakes/memory-log";

export const BOT_TOKEN = "xoxb-of-tests";
export const DAY = day("2026-10-29");
export const EIGHT = new Date(`${DAY}T08:00:00Z`);
export const NOON = new Date(`${DAY}T12:00:00Z`);

/** The database's clock is read over a socket, so that it tells the time to some milliseconds only. */
const CLOSE_MS = 1_000;

export type DeliveryHarness = Awaited<ReturnType<typeof deliveryHarness>>;

interface LabOptions {
  /** How many people get a digest. */
  readonly reps?: number;
  readonly leaderboards?: readonly string[];
  readonly deps?: Partial<DeliveryDeps>;
  /** Long enough for a busy machine unless a test waits for it. */
  readonly postTimeoutMs?: number;
}

/**
 * The real store of deliveries, the real poster and a stand-in workspace, at eight in the morning. Waiting takes no time: what lies
 * ahead in the database comes nearer instead, and the clock of days and of Slack moves with it.
 */
export async function deliveryHarness(
  db: Db,
  { reps = 1, leaderboards = [], deps: more = {}, postTimeoutMs = 5_000 }: LabOptions = {},
) {
  let at = EIGHT.getTime() + CLOSE_MS;
  const now = () => new Date(at);
  const users = Array.from({ length: reps }, (_, index) => `U0R${String(index).padStart(4, "0")}`);
  const slack = await startFakeSlack({
    now,
    signingSecret: "secret-of-tests",
    botToken: BOT_TOKEN,
    team: { id: "T0LAB", name: "Lab" },
    members: users.map((id) => aMember(id, byEmail(`${id.toLowerCase()}@acme.com`))),
    channels: leaderboards.map((id) => ({ id, name: id.toLowerCase(), members: [...users, "U0PACELINE"] })),
    rateLimits: false,
  });
  const log = memoryLog();
  const alerts: Alert[] = [];
  const rows = db.collection<Delivery>("deliveries");
  // Waiting for a slot to post concerns the slots alone: what lies ahead for the rows is brought nearer with the next
  // step of the clock, since a thousand rows a second would take long.
  let owedMs = 0;
  const wait = async (ms: number) => {
    at += ms;
    owedMs += ms;
    await bringTurnNearer(db, ms);
  };
  const elapse = async (ms: number) => {
    await wait(ms);
    await bringRowsNearer(db, owedMs);
    owedMs = 0;
  };
  const signal = new AbortController();
  const deps: DeliveryDeps = {
    deliveries: deliveryStore(db),
    sendRate: sendRateStore(db, SEND_RATE),
    alerts: alertStore(db),
    poster: slackPoster({ token: BOT_TOKEN, apiUrl: slack.url, log, timeoutMs: postTimeoutMs }),
    auth: authStatus(),
    plan: async (time) => deliveryPlan(time < EIGHT ? [] : plannedMessages({ users, leaderboards })),
    stillWanted: async () => ({ kind: "wanted" }),
    render: greetings,
    alertAdmins: async (alert) => void alerts.push(alert),
    now,
    clock: Date.now,
    sleep: wait,
    log,
    times: DELIVERY_TIMES,
    ...more,
  };
  const tick = (changed: Partial<DeliveryDeps> = {}) => deliver({ ...deps, ...changed }, signal.signal);
  return {
    deps,
    slack,
    users,
    alerts,
    log,
    rows,
    now,
    elapse,
    tick,
    /** To just after that. */
    moveTo: (time: Date) => elapse(time.getTime() + CLOSE_MS - at),
    stop: () => signal.abort(),
    /** A tick a minute. */
    minutes: async (count: number) => {
      for (let minute = 0; minute < count; minute += 1) {
        await tick();
        await elapse(60_000);
      }
    },
    row: async (index = 0) => rows.findOne({ to: users[index] }),
    states: async () => (await rows.find().sort({ to: 1 }).toArray()).map(({ state }) => state),
    posts: () => postsTo(slack),
    standing: () => lastingMessages(slack),
    close: () => slack.close(),
  };
}

/** What lies ahead on the database's clock is so much nearer. */
async function bringRowsNearer(db: Db, ms: number): Promise<void> {
  const set = { nextAttemptAt: nearer("$nextAttemptAt", ms) };
  await db.collection("deliveries").updateMany({ nextAttemptAt: { $gt: new Date(0) } }, [{ $set: set }]);
}

async function bringTurnNearer(db: Db, ms: number): Promise<void> {
  const set = { nextAt: nearer("$nextAt", ms), pausedUntil: nearer("$pausedUntil", ms) };
  await db.collection<{ _id: string }>("settings").updateOne({ _id: "posting" }, [{ $set: set }]);
}

function nearer(field: string, ms: number) {
  return { $cond: [{ $eq: [{ $type: field }, "date"] }, { $subtract: [field, ms] }, field] };
}

export function plannedMessages({
  users,
  leaderboards = [],
}: {
  readonly users: readonly string[];
  readonly leaderboards?: readonly string[];
}): PlannedMessage[] {
  const common = { day: DAY, dueAt: EIGHT, cutOffAt: NOON };
  return [
    ...users.map((to) => ({ kind: "digest" as const, to, ...common })),
    ...leaderboards.map((to) => ({ kind: "board" as const, to, ...common })),
  ];
}

/** A plan of these messages; whoever they are for may get one. */
export function deliveryPlan(messages: readonly PlannedMessage[]): DeliveryPlan {
  return { messages, receivers: messages.map(({ to }) => to) };
}

/** A small renderer: a greeting with what it is for. */
export async function greetings(rows: readonly DueRow[]): Promise<ReadonlyMap<string, RenderedMessage>> {
  return new Map(rows.map((row) => [row._id, greeting(row)]));
}

function greeting({ to, day: of }: DueRow): RenderedMessage {
  const text = `Good morning, ${to}: ${of}`;
  return { text, blocks: [{ type: "section", text: { type: "mrkdwn", text } }] };
}

/** A status that is accepted until it is refused, and can be mended. */
export function authStatus(): AuthStatus & { mend(): void } {
  let accepted = true;
  return {
    isAccepted: async () => accepted,
    noteRefused: () => {
      accepted = false;
    },
    mend: () => {
      accepted = true;
    },
  };
}

/** Whom every post was for, in the order Slack got them, accepted or not. */
export function postsTo(slack: FakeSlack): readonly string[] {
  return slack.calls.filter(({ method }) => method === "chat.postMessage").map(({ args }) => String(args.channel));
}

/** What nobody took back. */
export function lastingMessages(slack: FakeSlack): readonly SlackMessage[] {
  return slack.allMessages().filter(({ deletedAt }) => deletedAt === undefined);
}
