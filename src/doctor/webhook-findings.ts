import { SOURCES } from "../metrics/sources";
import type { Examination, SourceExamination } from "./examination";
import { type Finding, ok, shortList, warning } from "./finding";

/** Makes findings of the webhooks that vendors send. None is a fault: what no webhook says, the next sync finds. */
export function webhookFindings({ publicUrl, sources }: Examination): readonly Finding[] {
  if (publicUrl !== null) return sources.flatMap(webhookFinding);
  return [ok("webhooks-off", "Webhooks are off, as PUBLIC_URL is not set: figures follow by the syncs.")];
}

const INSTALL =
  "Run: node dist/cli/index.js webhooks install. What it says an account does not offer comes by the syncs.";

function webhookFinding({ source, webhooks }: SourceExamination): readonly Finding[] {
  if (webhooks === null) return [];
  const [id, title] = [`${source}-webhooks`, SOURCES[source].title];
  if (webhooks.kind === "refused") {
    const says = `${title} does not say what it tells us of: ${webhooks.failure.message}.`;
    const todo = "Use a key that may see webhooks; until then figures follow by the syncs.";
    return [warning(`${id}-refused`, { says, todo })];
  }
  const { topics, missing, outdated } = webhooks;
  if (missing.length > 0) {
    const says = `${title} does not tell us, or not with the current secret, of ${shortList(missing)}: these figures follow by the syncs.`;
    return [warning(`${id}-missing`, { says, todo: INSTALL })];
  }
  if (outdated > 0) {
    const says = `${title} tells us of all ${topics} kinds of change, and keeps ${outdated} entries of ours that are out of date.`;
    return [warning(`${id}-outdated`, { says, todo: INSTALL })];
  }
  return [ok(id, `${title} tells us of ${topics} kinds of change, so that figures follow within seconds.`)];
}
