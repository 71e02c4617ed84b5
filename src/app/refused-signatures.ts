import type { Config } from "../config/config";
import type { Database } from "../database/connect";
import type { RefusedSignatures } from "../doctor/examination";
import { signatureStore } from "../slack/platform/signature-store";

/**
 * Reads which requests were refused for their signature while none was right, for the doctor and the alerts alike; `null` for none,
 * and over Socket Mode, where Slack sends nothing to our address and the secret proves nothing.
 */
export function refusedSignatures(
  {
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: secret = "",
  }: Pick<Config, "SLACK_APP_TOKEN" | "SLACK_SIGNING_SECRET">,
  { db }: Pick<Database, "db">,
): () => Promise<RefusedSignatures | null> {
  return appToken === undefined ? signatureStore(db, secret).refused : async () => null;
}
