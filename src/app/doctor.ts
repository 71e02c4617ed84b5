import type { Config } from "../config/config";
import type { Database } from "../database/connect";
import { databaseStatus } from "../database/server-status";
import { examine } from "../doctor/examine";
import type { Finding } from "../doctor/finding";
import { findings } from "../doctor/findings";
import { OPTIONAL_SCOPES, probeSlack, SCOPES } from "../slack/platform/probe";
import { signatureStore } from "../slack/platform/signature-store";
import { readLease } from "../sync/lease";
import type { RunContext } from "../sync/run/context";
import { runStore } from "../sync/run/run-store";
import { refusedSignatures } from "./refused-signatures";

/** Asks Slack, the sources and the database whether all is well; answers what was found, the worst first. */
export type DoctorServices = () => Promise<readonly Finding[]>;

/** Assembles the doctor. */
export function assembleDoctor({
  config,
  database: { db },
  run,
  publicUrl,
}: {
  readonly config: Config;
  readonly database: Database;
  readonly run: RunContext;
  /** The address at which vendors reach us. */
  readonly publicUrl: () => string | undefined;
}): DoctorServices {
  const { SLACK_BOT_TOKEN: token, SLACK_API_URL: apiUrl } = config;
  const signatures = signatureStore(db, config.SLACK_SIGNING_SECRET ?? "");
  const deps = {
    ...run,
    publicUrl,
    runs: runStore(db),
    lease: () => readLease(db, "sync"),
    slack: () => probeSlack(run.now, { token, apiUrl }),
    refusedSignatures: refusedSignatures(config, { db }),
    isOtherSecretRunning: async () => config.SLACK_APP_TOKEN === undefined && (await signatures.isOtherRunning()),
    wantedScopes: SCOPES,
    optionalScopes: OPTIONAL_SCOPES,
    database: () => databaseStatus(db),
  };
  return async () => findings(await examine(deps));
}
