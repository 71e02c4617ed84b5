import { type Fact, factId } from "../../../src/metrics/fact";
import type { StoredFact } from "../../../src/metrics/fact-changes";
import { type Day, day } from "../../../src/time/day";
import { days } from "./team-zone";

type Given = Partial<Pick<Fact, "source" | "type" | "at" | "owner" | "amount" | "link" | "name" | "to">> & {
  day?: Day | string;
};

/** A fact that counts; a JustCall call of 10 October 2025 unless the test says otherwise. */
export function aFact(recordId: string, given: Given = {}): Fact {
  const { day: on = "2025-10-10", ...rest } = given;
  return {
    source: "justcall",
    recordId,
    type: "phone_call_quantity",
    at: new Date(`${on}T17:00:00Z`),
    day: day(on),
    owner: "ana@acme.example",
    amount: 1,
    ...rest,
    counts: true,
  };
}

/** The same fact, left out for a reason. */
export function leftOut(fact: Fact, why: string, detail?: string): Fact {
  return { ...fact, counts: false, why, ...(detail === undefined ? {} : { detail }) };
}

/** A fact as it is stored. */
export function stored(fact: Fact, asOf = 1): StoredFact {
  return { _id: factId(fact), ...fact, asOf };
}

/** Puts together all pieces of what is stored. */
export async function together<T>(pieces: AsyncIterable<readonly T[]>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const piece of pieces) all.push(...piece);
  return all;
}

/** A JustCall call's two facts. */
export function justcallFacts(
  recordId: string,
  { at, owner, seconds = 60 }: { at: string; owner: string; seconds?: number },
) {
  return callFacts("justcall", { recordId, at, owner, seconds });
}

export function callFacts(
  source: "copper" | "justcall",
  { recordId, at, owner, seconds }: { recordId: string; at: string; owner: string; seconds: number },
): Fact[] {
  const instant = new Date(at);
  const base = { source, recordId, at: instant, day: days.dayOf(instant), owner, counts: true as const };
  return [
    { ...base, type: "phone_call_quantity", amount: 1 },
    { ...base, type: "talk_time_minutes", amount: seconds },
  ];
}

export function orderFact(recordId: string, more: { day: string; owner: string; cents: number }): Fact {
  const on: Day = day(more.day);
  const { owner, cents: amount } = more;
  const at = days.startOf(on);
  return { source: "fishbowl", type: "new_sales_wholesale", recordId, at, day: on, owner, amount, counts: true };
}
