import type { Config } from "../config/config";
import type { Database } from "../database/connect";
import { databaseStanding } from "../database/standing";
import { examine } from "../doctor/examine";
import type { Finding } from "../doctor/finding";
import { findings } from "../doctor/findings";
import { probeSlack } from "../slack/probe";
import { SCOPES } from "../slack/scopes";
import { leaseStanding } from "../sync/lock";
import type { SyncParts } from "../sync/run";
import { runStore } from "../sync/runs";

/** Asks everybody whether all is well; answers what was found, the worst first. */
export type Checkup = () => Promise<readonly Finding[]>;

/** Puts the doctor together. */
export function checkup({
  config,
  database: { db },
  parts,
  publicUrl,
}: {
  readonly config: Config;
  readonly database: Database;
  readonly parts: SyncParts;
  /** Where vendors reach us. */
  readonly publicUrl: () => string | undefined;
}): Checkup {
  const { SLACK_BOT_TOKEN: token, SLACK_API_URL: apiUrl } = config;
  const needs = {
    ...parts,
    publicUrl,
    runs: runStore(db),
    lease: () => leaseStanding(db, "sync"),
    slack: () => probeSlack(parts.now, { token, apiUrl }),
    wantedScopes: SCOPES,
    database: () => databaseStanding(db),
  };
  return async () => findings(await examine(needs));
}
