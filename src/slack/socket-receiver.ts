import { type Logger, SocketModeReceiver } from "@slack/bolt";
import { clientOptions } from "./client";

/**
 * The receiver of Socket Mode. It asks for its next address until it gets one: given up after Bolt's own few tries, an
 * outage of minutes would end the process. What Slack refuses for good still does, so that whoever runs it hears of it.
 */
export function socketReceiver({
  appToken,
  apiUrl,
  logger,
}: {
  readonly appToken: string;
  readonly apiUrl: string | undefined;
  readonly logger: Logger;
}): SocketModeReceiver {
  const retryConfig = { forever: true, factor: 1.3, maxTimeout: 30_000, randomize: true };
  return new SocketModeReceiver({
    appToken,
    logger,
    installerOptions: { clientOptions: { ...clientOptions(apiUrl), retryConfig } },
  });
}
