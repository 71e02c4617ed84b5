import type { Config } from "../config/config";
import { SOURCE_IDS, type SourceId } from "../metrics/sources";
import { copperSource } from "./copper";
import type { CopperConfig } from "./copper/config";
import { type FishbowlConfig, fishbowlSource } from "./fishbowl";
import { justcallSource } from "./justcall";
import type { JustCallConfig } from "./justcall/config";
import type { Source } from "./source";

/** What each source is made with, by its folder's name. */
export interface SourcesConfig {
  readonly copper: CopperConfig;
  readonly justcall: JustCallConfig;
  readonly fishbowl: FishbowlConfig;
}

interface KeyedDeps extends Pick<JustCallConfig, "days" | "clock" | "now" | "log" | "meter" | "knownAgents"> {
  readonly seal: CopperConfig["seal"];
}

/** Makes of the environment what each source is configured with. */
export function sourcesConfig(
  config: Config,
  { fishbowl, ...shared }: KeyedDeps & { readonly fishbowl: FishbowlConfig },
): SourcesConfig {
  return { ...keyedConfig(config, shared), fishbowl };
}

/** Makes of the environment what the sources with a key are configured with. */
export function keyedConfig(config: Config, shared: KeyedDeps): Omit<SourcesConfig, "fishbowl"> {
  const { days, clock, now, log, meter, seal, knownAgents } = shared;
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
      seal,
      days,
      clock,
      log,
      meter,
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
      meter,
      knownAgents,
    },
  };
}

/** Makes every source there is, in the order people see them. A new one is a folder, a row of `SOURCES`, and here what makes it. */
export function allSources(config: SourcesConfig): readonly Source[] {
  const sources: Readonly<Record<SourceId, Source>> = {
    copper: copperSource(config.copper),
    justcall: justcallSource(config.justcall),
    fishbowl: fishbowlSource(config.fishbowl),
  };
  return SOURCE_IDS.map((id) => sources[id]);
}
