import { dateAndTime } from "../words/times";
import type { Examination } from "./examination";
import { type Finding, fault, warning } from "./finding";

const MEND =
  "Copy the Signing Secret from your Slack app's Basic Information, set SLACK_SIGNING_SECRET in .env, and restart Paceline.";

const OLDER: Finding = fault("slack-signing-secret-older", {
  says: "The running Paceline uses an older SLACK_SIGNING_SECRET than .env.",
  todo: "Restart Paceline.",
});

/** Says that Slack's requests are refused, or may be by a process with an older secret. What names our app and workspace is Slack's; anything else may be a stranger's. */
export function signatureFindings({
  refusedSignatures: refused,
  isOtherSecretRunning,
  zone,
}: Pick<Examination, "refusedSignatures" | "isOtherSecretRunning" | "zone">): readonly Finding[] {
  if (isOtherSecretRunning) return [OLDER];
  if (refused === null) return [];
  const requests = refused.count === 1 ? "1 request" : `${refused.count.toLocaleString("en-US")} requests`;
  const since = `${requests} since ${dateAndTime(refused.from, zone)}, and none was right`;
  if (refused.isSlacks) {
    const was = refused.wasRight ? ", which was right before" : "";
    const says = `Slack signs with another secret than SLACK_SIGNING_SECRET${was}, so commands and buttons fail: ${since}.`;
    return [fault("slack-signing-secret", { says, todo: MEND })];
  }
  const says = `What comes to Slack's address is not signed with SLACK_SIGNING_SECRET: ${since}.`;
  return [warning("slack-signing-secret", { says, todo: `If commands fail in Slack (dispatch_failed): ${MEND}` })];
}
