import { SOURCES } from "../metrics/sources";
import type { Examination, SourceExamination } from "./examination";
import { type Finding, ok, shortList, warning } from "./finding";

/** Makes findings of the webhooks that vendors send. None is a fault: what no webhook says, the next sync finds. */
export function webhookFindings({ publicUrl, sources }: Examination): readonly Finding[] {
  if (publicUrl !== null) return sources.flatMap(webhookFinding);
  return [ok("webhooks-off", "Webhooks are off because PUBLIC_URL is not set; syncs keep figures up to date.")];
}

const INSTALL = "Run: node dist/cli/index.js webhooks install. What an account doesn't offer comes with the syncs.";

function webhookFinding({ source, webhooks, freshness }: SourceExamination): readonly Finding[] {
  if (webhooks === null) return [];
  const [id, title] = [`${source}-webhooks`, SOURCES[source].title];
  if (webhooks.kind === "refused") {
    const says = `${title}'s webhooks could not be checked: ${webhooks.failure.message}.`;
    const todo = "Use a key that can see webhooks. Until then syncs keep figures up to date.";
    return [warning(`${id}-refused`, { says, todo })];
  }
  const { topics, missing, outdated } = webhooks;
  if (missing.length > 0 && freshness.state === "never") {
    const says = `${title}'s webhooks come after the start: once Paceline runs, node dist/cli/index.js webhooks install.`;
    return [ok(`${id}-to-come`, says)];
  }
  if (missing.length > 0) {
    const says = `${title} has no webhook with the current secret for ${shortList(missing)}; syncs keep these figures up to date.`;
    return [warning(`${id}-missing`, { says, todo: INSTALL })];
  }
  if (outdated > 0) {
    const says = `${title} has all ${topics} webhooks active, and ${outdated} of ours that are out of date.`;
    return [warning(`${id}-outdated`, { says, todo: INSTALL })];
  }
  return [ok(id, `${title}: ${topics} webhooks active, so figures update within seconds.`)];
}
