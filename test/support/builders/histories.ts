import fc from "fast-check";
import type { Fact } from "../../../src/metrics/fact";
import { addDays, day } from "../../../src/time/day";
import { callFacts, justcallFacts, orderFact } from "./facts";
import { ANA_EMAIL } from "./people";

/** The twelve days on which records of histories lie. */
export const FROM = "2026-10-01";
export const TO = "2026-10-12";
export const FIRST = Date.parse("2026-10-01T07:00:00Z");
export const DAY_MS = 86_400_000;

/** One record as it lies at its source: few owners and few minutes, so that calls meet. */
export interface SomeRecord {
  readonly id: number;
  readonly kind: "justcall call" | "copper call" | "mail" | "entry" | "order";
  readonly dayOf: number;
  readonly minute: number;
  /** Ana, Ben, or nobody we know. */
  readonly owner: number;
  /** Seconds of a call, cents of an order. */
  readonly amount: number;
  /** Void, in progress, or whatever its source does not let count. */
  readonly leftOut?: boolean;
}

/** What may become of a record, at once. */
export const change = fc.record(
  {
    owner: fc.integer({ min: 0, max: 2 }),
    amount: fc.integer({ min: 1, max: 500 }),
    minute: fc.constantFrom(0, 1, 1_439),
    leftOut: fc.boolean(),
  },
  { requiredKeys: [] },
);

export const records = fc.uniqueArray(
  fc.record<SomeRecord>({
    id: fc.integer({ min: 1, max: 60 }),
    kind: fc.constantFrom("justcall call", "justcall call", "copper call", "copper call", "mail", "entry", "order"),
    // Days on which windows are cut, and the minutes about midnight.
    dayOf: fc.constantFrom(0, 2, 3, 5, 6, 9, 11),
    minute: fc.constantFrom(0, 0, 1, 2, 1_438, 1_439),
    owner: fc.integer({ min: 0, max: 2 }),
    amount: fc.integer({ min: 1, max: 500 }),
  }),
  { selector: ({ id }) => id, minLength: 8, maxLength: 30 },
);

const MAILBOXES = [ANA_EMAIL, "ben@acme.com", "zoe@acme.com"];
const COPPER_USERS = ["77", "78", "79"];
const SALESMEN = ["aray", "bokafor", "zed"];

export function factsOf(record: SomeRecord): Fact[] {
  const facts = countingFacts(record);
  return record.leftOut ? facts.map((fact) => ({ ...fact, counts: false, why: "its source says so" })) : facts;
}

function countingFacts({ id, kind, dayOf, minute, owner, amount }: SomeRecord): Fact[] {
  const recordId = String(id);
  const at = new Date(FIRST + dayOf * DAY_MS + minute * 60_000);
  const [mailbox, user, salesman] = [MAILBOXES, COPPER_USERS, SALESMEN].map((names) => names[owner] ?? "");
  if (mailbox === undefined || user === undefined || salesman === undefined) return [];
  const on = addDays(day(FROM), dayOf);
  const ofCopper = { source: "copper", recordId, at, day: on, amount: 1, counts: true } as const;
  if (kind === "order") return [orderFact(recordId, { day: on, owner: salesman, cents: amount })];
  if (kind === "mail") return [{ ...ofCopper, type: "email_quantity", owner: mailbox }];
  if (kind === "entry") return [{ ...ofCopper, type: "lead_progression_a", owner: user }];
  const instant = at.toISOString();
  if (kind === "justcall call") return justcallFacts(recordId, { at: instant, owner: mailbox, seconds: amount });
  return callFacts("copper", { recordId, at: instant, owner: user, seconds: amount });
}
