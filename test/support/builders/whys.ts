import { day } from "../../../src/time/day";
import type { Why, WhyQuery, WhyRecord } from "../../../src/why/why";
import { aFact, leftOut, stored } from "./facts";

export const WEEK = { from: day("2026-10-26"), to: day("2026-11-01") };

/** A JustCall call of Wed, Oct 28, 2026, 14:00 in New York. */
export function aRecord(id: string, given: Parameters<typeof aFact>[1] = {}): WhyRecord {
  return {
    fact: stored(aFact(id, { day: "2026-10-28", at: new Date("2026-10-28T18:00:00Z"), ...given })),
    leftOut: null,
  };
}

/** A record that does not count. */
export function aLeftOut(
  id: string,
  why: string,
  given: Parameters<typeof aFact>[1] & { detail?: string } = {},
): WhyRecord {
  const { detail, ...rest } = given;
  return { fact: stored(leftOut(aRecord(id, rest).fact, why, detail)), leftOut: why };
}

/** Ana's two calls of a week, and one left out. */
export function aWhy(given: Partial<Why> = {}): Why {
  return {
    userId: "U0ANA",
    type: "phone_call_quantity",
    range: WEEK,
    page: 0,
    name: "Ana Torres",
    retainedFrom: null,
    figure: {
      value: 2,
      now: 2,
      cells: [
        { day: day("2026-10-27"), source: "copper", value: 1, now: 1, records: 1 },
        { day: day("2026-10-28"), source: "justcall", value: 1, now: 1, records: 1 },
      ],
    },
    counting: 2,
    reasons: [{ why: "duplicate of a JustCall call", records: 1 }],
    records: [
      aRecord("1001"),
      aRecord("77", {
        source: "copper",
        day: "2026-10-27",
        at: new Date("2026-10-27T13:05:00Z"),
        link: "https://app.copper.com/companies/1/app#/contact/5",
      }),
      {
        ...aLeftOut("78", "duplicate of a JustCall call", { source: "copper" }),
        fact: {
          ...aLeftOut("78", "duplicate of a JustCall call", { source: "copper" }).fact,
          duplicateOf: "justcall:1001:phone_call_quantity",
        },
      },
    ],
    pages: 1,
    leftOutPage: 0,
    freshness: [{ source: "copper", asOf: new Date("2026-10-28T18:05:00Z"), state: "fresh" }],
    ...given,
  };
}

/** Answers any question with a record that names its page, of three; the last is of what is left out. */
export function scriptedWhy() {
  const asks: WhyQuery[] = [];
  let broken: Error | null = null;
  return {
    asks,
    breakIt: (error: Error) => {
      broken = error;
    },
    answer: async (ask: WhyQuery): Promise<Why> => {
      asks.push(ask);
      if (broken !== null) throw broken;
      return aWhy({ ...ask, pages: 3, leftOutPage: 2, records: [aRecord(`on-page-${ask.page}`)] });
    },
  };
}
