import type { MongoClient } from "mongodb";
import { z } from "zod";
import { mongoClient } from "../../../../src/database/client";
import { alertStore } from "../../../../src/digests/delivery/alert-store";
import { deliver } from "../../../../src/digests/delivery/deliver";
import { deliveryStore } from "../../../../src/digests/delivery/delivery-store";
import type { DeliveryDeps } from "../../../../src/digests/delivery/ports";
import { sendRateStore } from "../../../../src/digests/delivery/send-rate-store";
import type { DueRow } from "../../../../src/digests/planned-message";
import { slackPoster } from "../../../../src/slack/digests/poster";
import { realSleep } from "../../wait";
import { authStatus, deliveryPlan, greetings, plannedMessages } from "./delivery";

/** The plan of a process that delivers, as JSON in its environment. */
const plan = z
  .object({
    uri: z.string(),
    database: z.string(),
    slackUrl: z.string(),
    token: z.string(),
    users: z.array(z.string()),
    /** How far the clock of days is from the machine's. */
    offsetMs: z.number(),
    /** Where it kills itself, or stops until it is continued. */
    at: z.enum(["nowhere", "render", "claimed", "posted", "recorded"]),
    /** Whose message that is about; everybody's when left out. */
    of: z.string().optional(),
    signal: z.enum(["SIGKILL", "SIGSTOP"]),
    times: z.object({
      leaseMs: z.number(),
      reconcileAfterMs: z.number(),
      lookupPauseMs: z.number(),
      retryMs: z.array(z.number()),
      repairMs: z.array(z.number()),
      roundMs: z.number(),
    }),
    postTimeoutMs: z.number(),
    secondMs: z.number(),
  })
  .parse(JSON.parse(process.env.PLAN ?? "{}"));

async function main(): Promise<void> {
  const client = await mongoClient(plan.uri).connect();
  const stopping = new AbortController();
  process.once("SIGTERM", () => stopping.abort());
  const deps = dying(needsOf(client));
  process.stdout.write("ready\n");
  while (!stopping.signal.aborted) {
    await deliver(deps, stopping.signal);
    await realSleep(50);
  }
  await client.close();
}

function needsOf(client: MongoClient): DeliveryDeps {
  const db = client.db(plan.database);
  const say = (fields: object, message: string) => void process.stdout.write(`${message} ${JSON.stringify(fields)}\n`);
  const log = { debug: say, info: say, warn: say, error: say };
  const { slackUrl: apiUrl, token, users, offsetMs, times } = plan;
  return {
    deliveries: deliveryStore(db),
    sendRate: sendRateStore(db, { secondMs: plan.secondMs, first: 1, most: 1, least: 1, step: 0 }),
    alerts: alertStore(db),
    poster: slackPoster({ token, apiUrl, log, timeoutMs: plan.postTimeoutMs }),
    auth: authStatus(),
    plan: async () => deliveryPlan(plannedMessages({ users })),
    stillWanted: async () => ({ kind: "wanted" }),
    render: greetings,
    alertAdmins: async (alert) => say(alert, "told"),
    now: () => new Date(Date.now() + offsetMs),
    clock: Date.now,
    sleep: realSleep,
    log,
    times,
  };
}

/** The same parts, which end the process, or stop it, at the named point. */
function dying(deps: DeliveryDeps): DeliveryDeps {
  const reach = (point: typeof plan.at, to: readonly string[]) => {
    if (plan.at === point && (plan.of === undefined || to.includes(plan.of))) process.kill(process.pid, plan.signal);
  };
  return {
    ...deps,
    render: async (rows: readonly DueRow[]) => {
      const to = rows.map((row) => row.to);
      reach("render", to);
      return deps.render(rows);
    },
    deliveries: {
      ...deps.deliveries,
      claim: async (now, leaseMs) => {
        const row = await deps.deliveries.claim(now, leaseMs);
        if (row !== null) reach("claimed", [row.to]);
        return row;
      },
      change: async (row, change) => {
        if (row.state === "sending") reach("posted", [row.to]);
        const mine = await deps.deliveries.change(row, change);
        if (row.state === "sending") reach("recorded", [row.to]);
        return mine;
      },
    },
  };
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exit(1);
  },
);
