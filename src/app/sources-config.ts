import type { ZoneDays } from "../metrics/day";
import type { FishbowlConfig } from "../sources/fishbowl";
import type { AppNeeds } from "./needs";

interface Given {
  readonly days: ZoneDays;
  readonly fishbowl: FishbowlConfig;
}

/** What the sources are to read with. */
export function sourcesConfig({ config, log, now, clock }: AppNeeds, { days, fishbowl }: Given) {
  return {
    copper: {
      baseUrl: config.COPPER_API_URL,
      apiKey: config.COPPER_API_KEY,
      userEmail: config.COPPER_USER_EMAIL,
      // Of two, the last is the one that Copper is to send from now on.
      webhookSecret: config.COPPER_WEBHOOK_SECRET.at(-1),
      requestsPerMinute: config.COPPER_REQUESTS_PER_MINUTE,
      emailActivityTypes: config.COPPER_EMAIL_ACTIVITY_TYPE,
      callActivityTypes: config.COPPER_CALL_ACTIVITY_TYPE,
      stages: { a: config.COPPER_STAGE_A, b: config.COPPER_STAGE_B, c: config.COPPER_STAGE_C },
      days,
      clock,
      log,
    },
    justcall: {
      baseUrl: config.JUSTCALL_API_URL,
      apiKey: config.JUSTCALL_API_KEY,
      apiSecret: config.JUSTCALL_API_SECRET,
      plan: config.JUSTCALL_PLAN,
      days,
      clock,
      now,
      log,
    },
    fishbowl,
  };
}
