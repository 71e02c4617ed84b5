import type { RenderedMessage } from "../planned-message";
import type { Delivery, Rendered } from "./delivery";
import type { DeliveryDeps, DeliveryRound } from "./ports";

type RenderDeps = Pick<DeliveryDeps, "deliveries" | "ready" | "render" | "times" | "log">;

/**
 * Renders what is due, once: every later attempt posts the same bytes. All at once, except those whose rendering
 * began before and never ended: these go one by one, so that one that ends the process takes no other with it.
 */
export async function renderDue(deps: RenderDeps, { now, signal }: DeliveryRound): Promise<void> {
  const rows = await deps.deliveries.unrendered(now());
  if (rows.length === 0 || (await deps.ready?.(now(), signal)) === false) return;
  const fresh = rows.filter(({ starts }) => starts === 0);
  const suspects = rows.filter(({ starts }) => starts > 0);
  for (const batch of [...(fresh.length === 0 ? [] : [fresh]), ...suspects.map((row) => [row])]) {
    if (signal.aborted) return;
    await render(batch, deps);
  }
}

async function render(rows: readonly Delivery[], { deliveries, times, log, ...deps }: RenderDeps): Promise<void> {
  const wanted = rows.map(({ _id }) => _id);
  const begun = await deliveries.beginRender(wanted, times.leaseMs);
  if (begun.length === 0) return;
  const ids = begun.map(({ _id }) => _id);
  try {
    const messages = await deps.render(begun);
    await deliveries.endRender(ids, new Map([...messages].map(([id, message]) => [id, rendered(message)])));
  } catch (error) {
    log.error({ error, deliveries: ids.length }, "Messages could not be rendered");
    await deliveries.endRender(ids, new Map());
  }
}

function rendered({
  reported = [],
  praised = [],
  ranks,
  recapsLeft,
  recapsTold,
  recapTeams,
  recapMembers,
  ...message
}: RenderedMessage): Rendered {
  return {
    ...{ body: JSON.stringify(message), told: reported, praised },
    ...(ranks !== undefined && { ranks }),
    ...(recapsLeft !== undefined && { recapsLeft }),
    ...(recapsTold !== undefined && { recapsTold }),
    ...(recapTeams !== undefined && { recapTeams }),
    ...(recapMembers !== undefined && { recapMembers }),
  };
}
