import { rateLimiter } from "../rate-limit";
import type { Source } from "../source";
import { SourceError } from "../source-error";
import { type CopperClient, copperClient } from "./client";
import type { CopperConfig } from "./config";
import { listedPeople } from "./people";
import { copperReading } from "./reading";
import { Account, Pipelines } from "./schema";
import { type FoundStages, findStages, openLetters } from "./stages";

const REQUESTS_PER_MINUTE = 180;
const OFF = "Copper is off: set COPPER_API_KEY and COPPER_USER_EMAIL to switch it on";

/** Copper: e-mails, calls, and opportunities that enter the three stages. Made once, as its limiter is its key's. */
export function copperSource(config: CopperConfig): Source {
  const { apiKey, userEmail, requestsPerMinute = REQUESTS_PER_MINUTE, clock, sleep } = config;
  const limiter = rateLimiter({ allowances: [{ requests: requestsPerMinute, seconds: 60 }], clock, sleep });
  const off = apiKey && userEmail ? undefined : OFF;
  return {
    id: "copper",
    ...(off !== undefined && { off }),
    async open() {
      if (off !== undefined) throw new SourceError("copper", "credentials", off);
      const client = copperClient({ ...config, limiter });
      const [people, { stages, notices }, account] = await Promise.all([
        listedPeople(client),
        foundStages(config, client),
        accountId(client),
      ]);
      return copperReading(config, { client, people, notices, meaning: { days: config.days, stages, account } });
    },
  };
}

async function foundStages({ stages }: CopperConfig, client: CopperClient): Promise<FoundStages> {
  if (openLetters(stages).length === 0) return findStages(stages, []);
  const pipelines = Pipelines.safeParse(await client.get("/pipelines"));
  if (pipelines.success) return findStages(stages, pipelines.data);
  throw new SourceError("copper", "unexpected-answer", "Copper answered /pipelines with something else than pipelines");
}

/** Only links need it: without one, facts have none. */
async function accountId(client: CopperClient): Promise<string | null> {
  try {
    const account = Account.safeParse(await client.get("/account"));
    return account.success ? account.data.id : null;
  } catch (error) {
    if (error instanceof SourceError && error.fault === "unexpected-answer") return null;
    throw error;
  }
}
