import type { Config } from "../config/config";
import type { Database } from "../database/connect";
import { databaseStanding } from "../database/standing";
import { examine } from "../doctor/examine";
import type { Finding } from "../doctor/finding";
import { findings } from "../doctor/findings";
import { probeSlack, SCOPES } from "../slack/platform/probe";
import { readLease } from "../sync/lease";
import type { RunContext } from "../sync/run/context";
import { runStore } from "../sync/run/run-store";

/** Asks everybody whether all is well; answers what was found, the worst first. */
export type DoctorServices = () => Promise<readonly Finding[]>;

/** Puts the doctor together. */
export function assembleDoctor({
  config,
  database: { db },
  parts,
  publicUrl,
}: {
  readonly config: Config;
  readonly database: Database;
  readonly parts: RunContext;
  /** Where vendors reach us. */
  readonly publicUrl: () => string | undefined;
}): DoctorServices {
  const { SLACK_BOT_TOKEN: token, SLACK_API_URL: apiUrl } = config;
  const needs = {
    ...parts,
    publicUrl,
    runs: runStore(db),
    lease: () => readLease(db, "sync"),
    slack: () => probeSlack(parts.now, { token, apiUrl }),
    wantedScopes: SCOPES,
    database: () => databaseStanding(db),
  };
  return async () => findings(await examine(needs));
}
