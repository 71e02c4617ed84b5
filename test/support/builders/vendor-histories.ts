import fc from "fast-check";
import type { Activity, Opportunity } from "../../../src/demo/copper/account";
import type { JustCallCall } from "../../../src/demo/justcall/account";
import { STAGES } from "../../../src/demo/sample/copper-deals";
import { REPS } from "../../../src/demo/sample/team";
import { addDays, type Day, day } from "../../../src/time/day";
import { copperCall, email, opportunity } from "./records/copper";
import { justcallCall } from "./records/justcall";

export const FIRST_DAY = "2026-10-17";
export const LAST_DAY = "2026-10-28";
const DAYS = 12;
const OWNERS = [REPS.ana, REPS.ben, REPS.chloe];

/** A record as it lies at its vendor. */
export interface VendorRecord {
  readonly kind: "mail" | "logged call" | "dialed call" | "deal";
  readonly id: number;
  readonly dayOf: number;
  /** Which of the reps; nobody, where the vendor does not say it any more. */
  readonly owner: number | null;
  /** The day on which a deal went on from the first stage to the second. */
  readonly wentOn?: number;
}

/** When a change happens: ahead of a sync, or while it asks, before one of the requests of this kind. */
export type Moment = "ahead" | "page" | "second walk" | "look-up";

/** What happens to a record, and when. */
export interface HistoryStep {
  readonly what: "insert" | "delete" | "re-date" | "owner" | "lose owner";
  readonly target: number;
  /** The day of a record that is new or re-dated; a negative one lies before the range. */
  readonly to: number;
  /** During the first sync or the one after it; quiet ones follow. */
  readonly sync: 0 | 1;
  readonly moment: Moment;
  /** Before which of those requests, from 0; where there are not so many, after the sync. */
  readonly nth: number;
}

export interface VendorHistory {
  /** The kind of record that all of it happens to, since a second walk is made only where many of one list are missing. */
  readonly only: VendorRecord["kind"] | null;
  /** So many are deleted ahead of the first sync, beside what happens by steps. */
  readonly deleted: number;
  readonly steps: readonly HistoryStep[];
}

export const history = fc.record<VendorHistory>({
  only: fc.option(fc.constantFrom("mail", "logged call", "dialed call"), { freq: 2 }),
  deleted: fc.constantFrom(0, 4, 9),
  steps: fc.array(
    fc.record<HistoryStep>({
      what: fc.constantFrom("insert", "delete", "delete", "delete", "re-date", "re-date", "owner", "lose owner"),
      target: fc.nat(100_000),
      to: fc.integer({ min: -2, max: DAYS - 1 }),
      sync: fc.constantFrom(0, 0, 1),
      moment: fc.constantFrom("ahead", "ahead", "page", "page", "second walk", "look-up"),
      nth: fc.nat(4),
    }),
    { minLength: 1, maxLength: 14 },
  ),
});

/** What there is to begin with: more than a page of mails, of calls in Copper, and of calls of one day in JustCall. */
export const INITIAL: readonly VendorRecord[] = [
  ...some(230, (n) => ({ kind: "mail", id: 1_000 + n, dayOf: n % DAYS, owner: n % 3 })),
  ...some(215, (n) => ({ kind: "logged call", id: 4_000 + n, dayOf: n % DAYS, owner: n % 3 })),
  ...some(120, (n) => ({ kind: "dialed call", id: 5_000 + n, dayOf: n < 105 ? 5 : n % DAYS, owner: n % 3 })),
  ...some(12, (n) => ({ kind: "deal", id: 6_000 + n, dayOf: n % DAYS, owner: n % 3 })),
];

function some(count: number, record: (n: number) => VendorRecord): readonly VendorRecord[] {
  return Array.from({ length: count }, (_, n) => record(n));
}

/** The record after the step, `null` where it was deleted; `before` is `null` for one that is new. */
export function afterStep({ what, target, to }: HistoryStep, before: VendorRecord): VendorRecord | null {
  if (what === "insert") return { ...before, id: newId(before, target), dayOf: to, owner: target % 3 };
  if (what === "delete") return null;
  if (what === "owner") return { ...before, owner: ((before.owner ?? 0) + 1) % 3 };
  if (what === "lose owner") return { ...before, owner: null };
  return before.kind === "deal" ? { ...before, wentOn: to } : { ...before, dayOf: to };
}

/** Mails and calls of Copper are activities alike, so that no two kinds may share an id. */
function newId({ kind }: VendorRecord, target: number): number {
  return 20_000 + 4 * target + ["mail", "logged call", "dialed call", "deal"].indexOf(kind);
}

/** Daily totals, by the id of their cell: who had a record last keeps it. */
export function totalsOfRecords(records: readonly { readonly now: VendorRecord; readonly owner: number }[]) {
  const cells = new Map<string, number>();
  const add = (type: string, { by, on, source, value }: { by: number; on: number; source: string; value: number }) => {
    const key = `${OWNERS[by]?.slack}_${type}_${dayNumber(on)}_${source}`;
    cells.set(key, Math.round(((cells.get(key) ?? 0) + value) * 100) / 100);
  };
  for (const { now, owner: by } of records) {
    const source = now.kind === "dialed call" ? "justcall" : "copper";
    const at = { by, on: now.dayOf, source };
    if (now.kind === "mail") add("email_quantity", { ...at, value: 1 });
    else if (now.kind === "deal") {
      add("lead_progression_a", { ...at, value: 1 });
      if (now.wentOn !== undefined) add("lead_progression_b", { ...at, on: now.wentOn, value: 1 });
    } else {
      add("phone_call_quantity", { ...at, value: 1 });
      add("talk_time_minutes", { ...at, value: 2 });
    }
  }
  return Object.fromEntries([...cells].sort(([one], [other]) => (one < other ? -1 : 1)));
}

export function dayNumber(dayOf: number): Day {
  return addDays(day(FIRST_DAY), dayOf);
}

/** Calls of the two systems lie hours apart, so that none is the other's duplicate. */
function instant({ kind, id, dayOf }: VendorRecord): Date {
  const hour = { mail: 14, "dialed call": 15, deal: 17, "logged call": 18 }[kind];
  return new Date(Date.parse(`${dayNumber(dayOf)}T${hour}:00:00Z`) + (id % 3_000) * 1_000);
}

/** A mail has an activity for each person it concerns: one in ten has two. */
export function activitiesOf(record: VendorRecord): readonly Activity[] {
  const owner = record.owner === null ? null : OWNERS[record.owner];
  const common = { id: record.id, activity_date: instant(record).getTime() / 1_000 };
  if (record.kind === "logged call")
    return [copperCall({ ...common, user_id: owner?.copper ?? null, details: "Duration: 2m 0s" })];
  const sender = { name: "", email: owner?.copperEmail ?? "" };
  const mail = email({ ...common, details: { id: `m${record.id}`, sender, recipients: [], subject: "" } });
  const copy = { ...mail, id: record.id + 500_000, activity_date: mail.activity_date + 1 };
  return record.id % 10 === 0 ? [mail, copy] : [mail];
}

export function dealOf(record: VendorRecord): Opportunity {
  const at = record.wentOn === undefined ? instant(record) : instant({ ...record, dayOf: record.wentOn });
  return opportunity({
    id: record.id,
    assignee_id: record.owner === null ? null : (OWNERS[record.owner]?.copper ?? null),
    pipeline_stage_id: record.wentOn === undefined ? STAGES.a : STAGES.b,
    // A second later, so that going on is another entry on the same day, too.
    date_stage_changed: at.getTime() / 1_000 + (record.wentOn === undefined ? 0 : 1),
    date_created: 1_700_000_000 + record.id,
  });
}

/** The agent of a call that names nobody any more is not listed either. */
export function dialedCall(record: VendorRecord): JustCallCall {
  const agentId = record.owner === null ? 9_999 : (OWNERS[record.owner]?.justcall ?? 9_999);
  return justcallCall({ id: record.id, agentId, startedAt: instant(record), talkSeconds: 120, holdSeconds: 0 });
}
