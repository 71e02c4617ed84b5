import type { Config } from "../config/config";
import type { Database } from "../database/connect";
import { isRunning } from "../database/running-processes";
import type { Finding } from "../doctor/finding";
import { servingFindings } from "../doctor/serving-findings";
import { tickLog } from "../jobs/tick-store";
import { whoAnswers } from "./health-answer";
import { placeOf } from "./setup/place";

interface ServingDeps {
  readonly config: Pick<Config, "SLACK_APP_TOKEN" | "PUBLIC_URL" | "HOST" | "PORT">;
  readonly database: Pick<Database, "db">;
  readonly now: () => Date;
  /** An IANA zone, the team's. */
  readonly zone: string;
}

/**
 * Asks, for the command line, whether a Paceline runs on this database and Slack's address leads to it. Whoever asks in Slack sees that
 * it does, and the setup asks before there is one.
 */
export async function serving({ config, database: { db }, now, zone }: ServingDeps): Promise<readonly Finding[]> {
  const { SLACK_APP_TOKEN: appToken, PUBLIC_URL: url } = config;
  const [isNoted, [lastTick = null]] = await Promise.all([isRunning(db), tickLog(db).latest(1)]);
  const address =
    appToken !== undefined || url === undefined
      ? null
      : { url, answer: await whoAnswers(url), listensAt: placeOf({ host: config.HOST, port: config.PORT }).at };
  return servingFindings({ now: now(), zone, isNoted, lastTick, address });
}
