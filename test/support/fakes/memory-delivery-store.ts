import {
  type Change,
  type Delivery,
  IMMEDIATELY,
  newDelivery,
  plannedAgain,
} from "../../../src/digests/delivery/delivery";
import type { DeliveryStore } from "../../../src/digests/delivery/delivery-store";
import { MAX_STARTS, QUARANTINED } from "../../../src/digests/delivery/transitions";

const FORGOTTEN_MS = 86_400_000;

/**
 * The store of deliveries in memory, on a clock that the test sets: the real one's twin, held equal to it by `delivery/store-twin.test.ts`, so that the
 * model can run thousands of days. Nothing else may stand on it.
 */
export function memoryDeliveryStore(serverNow: () => number): DeliveryStore & { readonly rows: Map<string, Delivery> } {
  const rows = new Map<string, Delivery>();
  const inOrder = () => [...rows.values()].sort((a, b) => (a.order < b.order ? -1 : 1));
  const put = (row: Delivery, change: Partial<Delivery>) => {
    const next = { ...row, ...change };
    rows.set(row._id, next);
    return next;
  };
  const later = (ms: number) => new Date(serverNow() + ms);
  const reached = ({ nextAttemptAt }: Delivery) => nextAttemptAt !== null && nextAttemptAt.getTime() <= serverNow();
  const remembered = ({ cutOffAt }: Delivery, now: Date) => cutOffAt.getTime() > now.getTime() - FORGOTTEN_MS;
  const unrendered = ({ state, body }: Delivery) => state === "due" && body === null;
  const take = (fits: (row: Delivery) => boolean, change: (row: Delivery) => Partial<Delivery>) => {
    const row = inOrder().find((each) => reached(each) && fits(each));
    return row === undefined ? null : put(row, change(row));
  };
  return {
    rows,
    serverTime: async () => new Date(serverNow()),
    addPlanned: async (wanted) => {
      const planned = wanted.map(newDelivery);
      const fresh = planned.filter(({ _id }) => !rows.has(_id));
      const skipped = planned.filter(({ _id }) => rows.get(_id)?.state === "skipped");
      for (const row of fresh) rows.set(row._id, row);
      for (const row of skipped) put(rows.get(row._id) ?? row, plannedAgain(row));
      return fresh.length + skipped.length;
    },
    overdue: async (now) => inOrder().filter(({ state, cutOffAt }) => state === "due" && cutOffAt <= now),
    early: async (now) => inOrder().filter((row) => row.state === "skipped" && reached(row) && remembered(row, now)),
    unrendered: async (now, only) =>
      inOrder().filter(
        (row) =>
          unrendered(row) &&
          reached(row) &&
          row.starts < MAX_STARTS &&
          row.cutOffAt > now &&
          (only === undefined || row._id === only),
      ),
    beginRender: async (ids, holdMs) => {
      const free = inOrder().filter((row) => ids.includes(row._id) && unrendered(row) && reached(row));
      return free.map((row) => put(row, { renderer: "twin", starts: row.starts + 1, nextAttemptAt: later(holdMs) }));
    },
    endRender: async (ids, rendered) => {
      for (const row of inOrder().filter(({ _id }) => ids.includes(_id))) {
        const message = rendered.get(row._id);
        const stored = message === undefined ? {} : { ...message, starts: 0 };
        if (unrendered(row)) put(row, { ...stored, nextAttemptAt: IMMEDIATELY });
      }
    },
    claim: async (now, leaseMs, only) =>
      take(
        ({ _id, state, body, cutOffAt }) =>
          state === "due" && body !== null && cutOffAt > now && (only === undefined || _id === only),
        ({ attempt, starts, since }) => ({
          state: "sending",
          attempt: attempt + 1,
          starts: starts + 1,
          since: since ?? now,
          nextAttemptAt: later(leaseMs),
        }),
      ),
    claimUnknown: async (now, holdMs) =>
      take(
        (row) => row.state === "unknown" && remembered(row, now),
        () => ({ nextAttemptAt: later(holdMs) }),
      ),
    claimSent: async (now, holdMs) =>
      take(
        (row) => row.state === "sent" && remembered(row, now),
        () => ({ nextAttemptAt: later(holdMs) }),
      ),
    change: async (row, change) => {
      const now = rows.get(row._id);
      if (now?.state !== row.state || now.attempt !== row.attempt || now.looks !== row.looks) return false;
      put(now, changed(now, change, later));
      return true;
    },
    recordOrphan: async (id, place) => {
      const row = rows.get(id);
      if (row === undefined) return;
      const orphans = [...row.orphans, place];
      if (row.state === "sending") put(row, { orphans, channel: place.channel });
      else if (row.state === "sent") put(row, { orphans, channel: place.channel, looks: 0, nextAttemptAt: later(0) });
      else put(row, { ...place, orphans, state: "sent", sentAt: later(0), looks: 0, nextAttemptAt: later(0) });
    },
    sweep: async (now, { reconcileAfterMs, leaseMs }) => {
      for (const row of inOrder()) {
        if (row.state === "sending" && reached(row)) {
          const lookAt = new Date((row.nextAttemptAt?.getTime() ?? 0) + reconcileAfterMs - leaseMs);
          const reason = "Paceline stopped, or was held up, while it posted";
          put(row, { state: "unknown", looks: 0, reason, nextAttemptAt: lookAt });
        } else if (unrendered(row) && reached(row) && row.starts >= MAX_STARTS) {
          put(row, { state: "failed", reason: QUARANTINED, nextAttemptAt: null });
        } else if (row.state === "due" && row.cutOffAt <= now) {
          put(row, { state: "missed", reason: row.reason ?? "it could not be posted in time", nextAttemptAt: null });
        }
      }
    },
    unalerted: async (now) =>
      inOrder().filter(
        (row) =>
          row.toldAt === null &&
          remembered(row, now) &&
          (row.state === "failed" || row.state === "missed" || (row.state === "unknown" && row.cutOffAt <= now)),
      ),
    markAlerted: async (ids) => {
      for (const id of ids) {
        const row = rows.get(id);
        if (row !== undefined) put(row, { toldAt: later(0) });
      }
    },
  };
}

function changed(
  row: Delivery,
  { nextInMs, uncounted, ...plain }: Change,
  later: (ms: number) => Date,
): Partial<Delivery> {
  return {
    ...plain,
    nextAttemptAt: nextInMs === null ? null : later(nextInMs),
    ...(uncounted ? { spared: row.spared + 1 } : {}),
    ...(plain.state === "sent" ? { sentAt: row.sentAt ?? later(0) } : {}),
  };
}
