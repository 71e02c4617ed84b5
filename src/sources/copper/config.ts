import type { Sleep } from "../../lib/sleep";
import type { Log } from "../../log";
import type { Seal } from "../../metrics/seal";
import type { ZoneDays } from "../../time/day";
import type { RequestMeter } from "../request-meter";

/** The three stages whose entries are counted, by the letter their metric ends in. */
export type StageLetter = "a" | "b" | "c";

/** The configuration of the Copper source. */
export interface CopperConfig {
  readonly baseUrl: string;
  /** Absent or empty: the source is off. */
  readonly apiKey: string | null | undefined;
  /** The address of the key's owner. */
  readonly userEmail: string | null | undefined;
  /** Copper gives 180 in any minute. */
  readonly requestsPerMinute?: number;
  /** Ids of category `system`: 6 by default. */
  readonly emailActivityTypes?: readonly string[];
  /** Ids of category `user`: 2160510 by default. */
  readonly callActivityTypes?: readonly string[];
  /** Stage ids; where a letter has none, its stages are found by name. */
  readonly stages: Readonly<Record<StageLetter, readonly string[]>>;
  /** The secret that Copper's webhooks send from now on. */
  readonly webhookSecret?: string | undefined;
  /** Seals the addresses of mails. */
  readonly seal: Seal;
  /** The team's days. */
  readonly days: ZoneDays;
  readonly clock: () => number;
  readonly sleep?: Sleep;
  readonly log: Pick<Log, "debug">;
  readonly meter?: RequestMeter | undefined;
}
