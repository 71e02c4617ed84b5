import type { Paceline } from "../app";
import type { Source } from "../sources/source";
import { SourceError } from "../sources/source-error";
import { install, ownSubscriptions, type Subscriptions, subscriptionPlan, uninstall } from "../sources/subscriptions";
import type { Terminal } from "./sync-command";

export const WEBHOOK_ACTIONS = ["install", "status", "remove"] as const;
export type WebhookAction = (typeof WEBHOOK_ACTIONS)[number];

/**
 * `webhooks`: subscribes to the changes that vendors offer, says which are subscribed, or removes the subscriptions.
 *
 * @returns the exit code: 0 when everything is as wanted, 1 when a vendor refused or something is missing, 2 when the
 * environment does not say where we are reached.
 */
export async function webhooksCommand(
  action: WebhookAction,
  { app, terminal }: { app: Paceline; terminal: Terminal },
): Promise<number> {
  const url = app.publicUrl();
  if (url === undefined) {
    terminal.err("PUBLIC_URL is not set: vendors need an address to reach Paceline");
    return 2;
  }
  const codes: number[] = [];
  for (const { id, off, subscriptions } of app.sources) {
    if (subscriptions === undefined) continue;
    if (off !== undefined) {
      terminal.out(off);
      continue;
    }
    const { code, line } = await outcomeOf(id, () => ACTIONS[action](subscriptions, `${url}${subscriptions.path}`));
    terminal.out(`${id}: ${line}`);
    codes.push(code);
  }
  return Math.max(0, ...codes);
}

interface Outcome {
  readonly code: 0 | 1;
  readonly line: string;
}

async function outcomeOf(source: Source["id"], act: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof SourceError && error.source === source) return { code: 1, line: error.message };
    throw error;
  }
}

const ACTIONS: Record<WebhookAction, (subscriptions: Subscriptions, target: string) => Promise<Outcome>> = {
  install: async (subscriptions, target) => {
    const { added, replaced, refused } = await install(subscriptions, target);
    const facts = [`${subscriptions.topics.length - refused.length} webhooks active for ${target}`];
    if (added.length > 0) facts.push(`new: ${added.join(", ")}`);
    if (replaced > 0) facts.push(`${replaced} old ones removed`);
    if (refused.length > 0) facts.push(`not offered by this account: ${refused.join(", ")}`);
    return { code: 0, line: facts.join("; ") };
  },
  status: async (subscriptions, target) => {
    const mine = await ownSubscriptions(subscriptions, target);
    const { add, remove } = subscriptionPlan(mine, subscriptions.topics);
    if (add.length + remove.length === 0) return { code: 0, line: `${mine.length} webhooks active for ${target}` };
    const missing = add.length === 0 ? "" : ` missing or without the current secret: ${add.join(", ")};`;
    const extra = remove.length === 0 ? "" : ` out of date: ${remove.map(({ topic }) => topic).join(", ")};`;
    return { code: 1, line: `needs attention;${missing}${extra} run: node dist/cli/index.js webhooks install` };
  },
  remove: async (subscriptions, target) => {
    const removed = await uninstall(subscriptions, target);
    return {
      code: 0,
      line: removed === 0 ? `had no webhooks for ${target}` : `removed ${removed} webhooks for ${target}`,
    };
  },
};
