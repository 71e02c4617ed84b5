import { type Fact, factId } from "../../../src/metrics/fact";
import type { StoredFact } from "../../../src/metrics/fact-changes";
import { type Day, day } from "../../../src/time/day";

type Given = Partial<Pick<Fact, "source" | "type" | "at" | "owner" | "amount" | "link" | "to">> & {
  day?: Day | string;
};

/** A fact that counts; a JustCall call of 10 October 2025 unless told otherwise. */
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

/** A fact as it is kept. */
export function stored(fact: Fact, asOf = 1): StoredFact {
  return { _id: factId(fact), ...fact, asOf };
}

/** All pieces of what is kept together. */
export async function together(pieces: AsyncIterable<readonly StoredFact[]>): Promise<readonly StoredFact[]> {
  const all: StoredFact[] = [];
  for await (const piece of pieces) all.push(...piece);
  return all;
}
