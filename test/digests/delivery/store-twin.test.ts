import fc from "fast-check";
import type { Delivery } from "../../../src/digests/delivery/delivery";
import { type DeliveryStore, deliveryStore } from "../../../src/digests/delivery/delivery-store";
import type { PostOutcome } from "../../../src/digests/delivery/post-outcome";
import {
  afterLookup,
  afterPost,
  afterRepair,
  DELIVERY_TIMES,
  type HistoryLookup,
  released,
  unwanted,
} from "../../../src/digests/delivery/transitions";
import { deliveryId } from "../../../src/digests/planned-message";
import { testDatabase } from "../../support/env/database";
import { memoryDeliveryStore } from "../../support/fakes/memory-delivery-store";
import { EIGHT, NOON, plannedMessages } from "../../support/harness/digests/delivery";

const USERS = ["U0A", "U0B", "U0C"];
const WANTED = plannedMessages({ users: USERS });
const HOUR = 3_600_000;
/** Long over, or far ahead: how long a call takes decides nothing. */
const holds = fc.constantFrom(-HOUR, HOUR);
const clocks = fc.constantFrom(EIGHT, NOON, new Date(NOON.getTime() + 30 * HOUR));
const IDS = WANTED.map(deliveryId);
const whom = fc.subarray(IDS);

/** Most of what can go wrong comes after a claim. */
const BEGUN = [
  { act: "materialise", count: 2 },
  { act: "end-render", ids: IDS, rendered: IDS },
  { act: "claim", now: EIGHT, ms: HOUR },
] as const;

const outcomes = fc.constantFrom<PostOutcome>(
  { kind: "sent", channel: "D0A", ts: "17.1" },
  { kind: "limited", waitMs: 1_000 },
  { kind: "not-posted", reason: "$reason" },
  { kind: "permanent", reason: "user_disabled" },
  { kind: "signed-out", reason: "invalid_auth" },
  { kind: "unknown", reason: "lost" },
);
const lookups = fc.constantFrom<HistoryLookup>(
  { kind: "found", channel: "D0A", copies: ["17.1"] },
  { kind: "found", channel: "D0A", copies: ["17.1", "17.2"] },
  { kind: "absent", channel: "D0A" },
  { kind: "unreadable", reason: "$$NOW" },
);
const acts = fc.oneof(
  fc.record({ act: fc.constant("materialise" as const), count: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ act: fc.constant("begin-render" as const), ids: whom, ms: holds }),
  fc.record({ act: fc.constant("end-render" as const), ids: whom, rendered: whom }),
  fc.record({ act: fc.constantFrom("claim" as const, "unknown" as const, "sent" as const), now: clocks, ms: holds }),
  fc.record({ act: fc.constant("claim-one" as const), now: clocks, ms: holds, id: fc.constantFrom(...IDS) }),
  fc.record({ act: fc.constant("post" as const), outcome: outcomes, far: fc.boolean() }),
  fc.record({ act: fc.constant("look" as const), look: lookups, now: clocks, far: fc.boolean() }),
  fc.record({ act: fc.constant("let-go" as const) }),
  fc.record({ act: fc.constant("skip" as const), overdue: fc.boolean(), early: fc.boolean() }),
  fc.record({ act: fc.constant("early" as const), now: clocks }),
  fc.record({ act: fc.constant("orphan" as const), ids: whom }),
  fc.record({ act: fc.constant("sweep" as const), now: clocks, ms: holds }),
  fc.record({ act: fc.constant("told" as const), now: clocks }),
);
type Act = typeof acts extends fc.Arbitrary<infer T> ? T : never;

describe("the store of deliveries in MongoDB and its twin in memory", () => {
  const test = testDatabase();

  it("agree after any sequence of calls", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(acts, { minLength: 5, maxLength: 25 }), async (sequence) => {
        const rows = test.db.collection<Delivery>("deliveries");
        await rows.deleteMany({});
        const memory = memoryDeliveryStore(Date.now);
        const [real, twin] = [player(deliveryStore(test.db)), player(memory)];
        for (const act of [...BEGUN, ...sequence]) {
          expect(seen(await real(act))).toEqual(seen(await twin(act)));
          const stored = [...memory.rows.values()].sort((a, b) => (a._id < b._id ? -1 : 1));
          expect(seen(await rows.find().sort({ _id: 1 }).toArray())).toEqual(seen(stored));
        }
      }),
      { numRuns: 80 },
    );
  });
});

/** Plays acts on one store; answers the rows that each concerned, or what it answered. */
function player(on: DeliveryStore) {
  let held: Delivery | null = null;
  const take = async (row: Promise<Delivery | null>) => {
    held = await row;
    return held;
  };
  return async (act: Act): Promise<unknown> => {
    switch (act.act) {
      case "materialise":
        return on.addPlanned(WANTED.slice(0, act.count));
      case "begin-render":
        return on.beginRender(act.ids, act.ms);
      case "end-render":
        await on.endRender(
          act.ids,
          new Map(act.rendered.map((id) => [id, { body: `{"text":"${id}"}`, told: [], praised: [] }])),
        );
        return [await on.unrendered(EIGHT), await on.unrendered(EIGHT, act.ids[0])];
      case "claim":
        return take(on.claim(act.now, act.ms));
      case "claim-one":
        return take(on.claim(act.now, act.ms, act.id));
      case "unknown":
        return take(on.claimUnknown(act.now, act.ms));
      case "sent":
        return take(on.claimSent(act.now, act.ms));
      case "post":
        return held === null ? null : on.change(held, afterPost(held, act.outcome, timing(EIGHT, act.far)));
      case "look": {
        const after = held?.state === "sent" ? afterRepair : afterLookup;
        return held === null ? null : on.change(held, after(held, act.look, timing(act.now, act.far)));
      }
      case "let-go":
        return held === null ? null : on.change(held, released("$held"));
      case "skip": {
        const [row] = act.overdue ? await on.overdue(NOON) : [held];
        return row && on.change(row, unwanted({ kind: act.early ? "early" : "skip", reason: "$off" }));
      }
      case "early":
        return on.early(act.now);
      case "orphan":
        for (const id of act.ids) await on.recordOrphan(id, { channel: "D0$", ts: "$ts" });
        return on.unalerted(NOON);
      case "sweep":
        await on.sweep(act.now, { ...DELIVERY_TIMES, leaseMs: 0, reconcileAfterMs: act.ms });
        return on.unalerted(act.now);
      case "told": {
        const untold = await on.unalerted(act.now);
        await on.markAlerted(untold.slice(0, 1).map(({ _id }) => _id));
        return on.unalerted(act.now);
      }
    }
  };
}

function timing(now: Date, far: boolean) {
  const ms = far ? HOUR : -HOUR;
  const times = { ...DELIVERY_TIMES, reconcileAfterMs: ms, lookupPauseMs: ms, retryMs: [ms], repairMs: [ms, ms] };
  return { now, times };
}

/** The instants on the server's clock are worth only whether they have come. */
function seen(answer: unknown): unknown {
  const rough = (at: unknown) => (at instanceof Date ? (at.getTime() > Date.now() + HOUR / 2 ? "ahead" : "come") : at);
  const row = (value: unknown) =>
    typeof value === "object" && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            // A new one each time.
            .filter(([name]) => name !== "renderer")
            .map(([name, field]) => [name, ["nextAttemptAt", "sentAt", "toldAt"].includes(name) ? rough(field) : field])
            .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
        )
      : value;
  return Array.isArray(answer) ? answer.map(seen) : row(answer);
}
