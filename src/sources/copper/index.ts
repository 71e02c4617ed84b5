import { cached } from "../../lib/concurrency";
import { rateLimiter } from "../http/rate-limit";
import type { Priority, Source } from "../source";
import { SourceError } from "../source-error";
import { activitiesPrefetch } from "./activities-prefetch";
import { checkCopper } from "./check";
import { type CopperClient, copperClient } from "./client";
import type { CopperConfig } from "./config";
import { listedPeople } from "./people";
import { readCopperById } from "./read-by-id";
import { copperReadSession } from "./read-window";
import { Account, Pipelines } from "./schema";
import { type FoundStages, findStages, openLetters } from "./stages";
import { copperSubscriptions } from "./subscriptions";

const REQUESTS_PER_MINUTE = 180;
/** How long a webhook's records are read with the stages that were found for an earlier one. */
const CACHE_MS = 600_000;
const OFF = "Copper is off until you run npm run setup again, or set COPPER_API_KEY and COPPER_USER_EMAIL";

/** Copper: emails, calls, and opportunities that enter the three stages. Made once, because its limiter belongs to its key. */
export function copperSource(config: CopperConfig): Source {
  const { apiKey, userEmail, requestsPerMinute = REQUESTS_PER_MINUTE, clock, sleep } = config;
  const limiter = rateLimiter({ allowances: [{ requests: requestsPerMinute, seconds: 60 }], clock, sleep });
  const off = apiKey && userEmail ? undefined : OFF;
  const connected = (priority: Priority = "interactive") => {
    if (off !== undefined) throw new SourceError("copper", "credentials", off);
    return copperClient({ ...config, limiter, priority });
  };
  const recentSettings = cached(() => settings(config, connected()), { ms: CACHE_MS, clock });
  return {
    id: "copper",
    ...(off !== undefined && { off }),
    async open(range, how) {
      const client = connected(how?.priority);
      const prefetch = activitiesPrefetch(client, { config, range });
      try {
        const [{ stages, notices, account }, people] = await Promise.all([
          settings(config, client),
          listedPeople(client),
        ]);
        const context = { days: config.days, seal: config.seal, stages, account };
        const requestsWithin = (ms: number) => limiter.requestsWithin(ms, how?.priority ?? "interactive");
        return copperReadSession(config, { client, prefetch, people, notices, context, requestsWithin });
      } catch (error) {
        prefetch.cancel(error);
        throw error;
      }
    },
    async refetch(records, signal) {
      const client = connected();
      return readCopperById(records, {
        client,
        config,
        context: { days: config.days, seal: config.seal, ...(await recentSettings()) },
        signal,
      });
    },
    check: async (now) => checkCopper(now, { client: connected(), config }),
    subscriptions: copperSubscriptions(connected, config.webhookSecret),
  };
}

/** Reads from the account what it takes to understand a record. */
async function settings(config: CopperConfig, client: CopperClient) {
  const [found, account] = await Promise.all([foundStages(config, client), accountId(client)]);
  return { ...found, account };
}

async function foundStages({ stages }: CopperConfig, client: CopperClient): Promise<FoundStages> {
  if (openLetters(stages).length === 0) return findStages(stages, []);
  const pipelines = Pipelines.safeParse(await client.get("/pipelines"));
  if (pipelines.success) return findStages(stages, pipelines.data);
  throw new SourceError(
    "copper",
    "unexpected-answer",
    "Copper answered /pipelines with something other than pipelines",
  );
}

/** Finds the account number for links; without it, facts have no link. */
async function accountId(client: CopperClient): Promise<string | null> {
  try {
    const account = Account.safeParse(await client.get("/account"));
    return account.success ? account.data.id : null;
  } catch (error) {
    if (error instanceof SourceError && error.fault === "unexpected-answer") return null;
    throw error;
  }
}
