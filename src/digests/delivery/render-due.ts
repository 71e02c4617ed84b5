import type { RenderedMessage } from "../planned-message";
import type { Delivery, Rendered } from "./delivery";
import type { DeliveryDeps, DeliveryRound } from "./ports";
import { unwanted } from "./transitions";

type RenderDeps = Pick<DeliveryDeps, "deliveries" | "ready" | "render" | "stillWanted" | "times" | "log">;

/**
 * Renders what is due, once: every later attempt posts the same bytes. All at once, except those whose rendering
 * began before and never ended: these go one by one, so that one that ends the process takes no other with it.
 *
 * @param only the id of the one message to render.
 */
export async function renderDue(deps: RenderDeps, { now, signal }: DeliveryRound, only?: string): Promise<void> {
  const rows = await deps.deliveries.unrendered(now(), only);
  if (rows.length === 0 || (await deps.ready?.(now(), signal)) === false) return;
  const fresh = rows.filter(({ starts }) => starts === 0);
  const suspects = rows.filter(({ starts }) => starts > 0);
  for (const batch of [...(fresh.length === 0 ? [] : [fresh]), ...suspects.map((row) => [row])]) {
    if (signal.aborted) return;
    await render(batch, { now, deps });
  }
}

async function render(
  rows: readonly Delivery[],
  { now, deps }: Pick<DeliveryRound, "now"> & { readonly deps: RenderDeps },
): Promise<void> {
  const { deliveries, times, log } = deps;
  const wanted = rows.map(({ _id }) => _id);
  const begun = await deliveries.beginRender(wanted, times.leaseMs);
  if (begun.length === 0) return;
  const ids = begun.map(({ _id }) => _id);
  try {
    const messages = await deps.render(begun);
    await deliveries.endRender(ids, new Map([...messages].map(([id, message]) => [id, rendered(message)])));
    for (const row of begun) if (!messages.has(row._id)) await leaveUnwanted(row, { now: now(), deps });
  } catch (error) {
    log.error({ error, deliveries: ids.length }, "Messages could not be rendered");
    await deliveries.endRender(ids, new Map());
  }
}

/** Skips a message of which there is nothing to say any more, as its receiver lost a role or the last goal since it was planned. */
async function leaveUnwanted(
  row: Delivery,
  { now, deps: { deliveries, stillWanted, log } }: { readonly now: Date; readonly deps: RenderDeps },
): Promise<void> {
  const wanted = await stillWanted(row, now);
  if (wanted.kind === "wanted") return;
  await deliveries.change(row, unwanted(wanted));
  log.info({ delivery: row._id, reason: wanted.reason }, "A message is no longer wanted: not rendered");
}

function rendered({
  reported = [],
  praised = [],
  orders,
  fell,
  ranks,
  shown,
  recapsLeft,
  recapsTold,
  recapTeams,
  recapMembers,
  ...message
}: RenderedMessage): Rendered {
  return {
    ...{ body: JSON.stringify(message), told: reported, praised },
    ...(orders !== undefined && { orders }),
    ...(fell !== undefined && { fell }),
    ...(ranks !== undefined && { ranks }),
    ...(shown !== undefined && { shown }),
    ...(recapsLeft !== undefined && { recapsLeft }),
    ...(recapsTold !== undefined && { recapsTold }),
    ...(recapTeams !== undefined && { recapTeams }),
    ...(recapMembers !== undefined && { recapMembers }),
  };
}
