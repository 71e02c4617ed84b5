import { SOURCES } from "../../metrics/sources";
import type { ApprovalRequest } from "../../sync/report";
import type { SlackContext } from "../deps";
import type { ActionContext } from "../middleware/action-context";
import type { ActionListener } from "../middleware/actions";
import { authorizedAction } from "../middleware/authorized-actions";
import { context as contextBlock, sectionMessage } from "../ui/blocks";
import { momentInWords } from "../ui/dates";
import { APPROVE_DELETIONS, decodeApproval, deletionInWords } from "./deletion-button";
import { runSyncInDm } from "./run-in-dm";

const UNREADABLE = "That button is from an older version. Run `/sync` again to get a new one.";

/**
 * "Yes, they were deleted": approves a mass deletion by a sync of that source over the same days, reported in the
 * DM. A button that is pressed twice counts once; a source that was read completely since has nothing left to approve.
 */
export const approveDeletionsAction: (context: SlackContext) => ActionListener = authorizedAction(
  { doing: APPROVE_DELETIONS, act: () => ({ does: "accept-vanished" }) },
  async (context, action) => {
    const request = decodeApproval(action.event.value);
    if (request === null) return sayBelow(context, { action, says: UNREADABLE });
    // One button is one approval: where more is missing by then, the next report asks by a button of its own.
    if (action.message !== undefined && !(await context.deps.idempotency.first(keyOf(action.message, request)))) return;
    await approve(context, { action, request });
  },
);

function keyOf({ channel, ts }: NonNullable<ActionContext["message"]>, { source }: ApprovalRequest): string {
  return `vanished:${channel}:${ts}:${source}`;
}

async function approve(
  context: SlackContext,
  { action, request }: { action: ActionContext; request: ApprovalRequest },
): Promise<void> {
  const { deps } = context;
  const { source, records, range } = request;
  const { userId } = action.event;
  const now = deps.now();
  const display = { days: deps.days, now };
  const freshness = (await deps.freshness()).find((one) => one.source === source);
  if (freshness?.state !== "failed") {
    const says = `${SOURCES[source].title} was fully synced since, so there's nothing left to confirm.`;
    return sayBelow(context, { action, says });
  }
  deps.log.info({ by: userId, source, records, range }, "An admin said that vanished records are really gone");
  const deleted = deletionInWords(request, deps.days.dayOf(now));
  const says = `You confirmed at ${momentInWords(now, display)} that these were deleted: ${deleted}. The report follows.`;
  await sayBelow(context, { action, says });
  await runSyncInDm(context, { userId, range, sources: [source], acceptVanished: { source, records } });
}

/** Says something below the message, where the button was. */
async function sayBelow(
  { deps }: SlackContext,
  { action, says }: { action: ActionContext; says: string },
): Promise<void> {
  const { rest, respond, event } = action;
  const message = rest === null ? sectionMessage(says) : { ...rest, blocks: [...rest.blocks, contextBlock(says)] };
  // The sync runs all the same, and is reported in the DM.
  await respond({ replace_original: true, ...message }).catch((error: unknown) => {
    deps.log.warn({ error, userId: event.userId }, "A button could not be taken away");
  });
}
