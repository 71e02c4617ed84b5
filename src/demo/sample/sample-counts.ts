/** Counts of the sample's window, counted by hand from the plan; the tests count again over HTTP. */
export const sampleCounts = {
  justcall: {
    calls: 281,
    byRep: { ana: 105, ben: 121, chloe: 28, dev: 13, maya: 14 },
    /** Those of the agent who was removed, which are nobody's. */
    removedAgent: 3,
    /** Combinations of user, day and metric with a value above zero. */
    cells: 81,
  },
  copper: {
    mails: {
      /** Activities of type 6 in the window, copies and the stub among them. */
      listed: 214,
      counting: 174,
      byRep: { ana: 54, ben: 49, chloe: 35, dev: 22, maya: 12, alex: 2 },
      copies: 3,
      inbound: 30,
      external: 6,
      deleted: 1,
    },
    calls: {
      listed: 73,
      /** Within two minutes of a JustCall call of the same rep. */
      duplicates: 7,
      /** Calls of the Copper user who is not in Slack. */
      unmatched: 1,
      counting: 65,
      /** Stated by the calls that count. */
      talkSeconds: 26_828,
    },
    /** Entries that count: without one of A that has no assignee, and one of B with an unmatched assignee. */
    stages: { a: 12, b: 9, c: 6 },
  },
  fishbowl: {
    orders: 60,
    /** B. Lee's orders, which no person is mapped to. */
    unmapped: { orders: 14, cents: 912_000 },
    mapped: { orders: 21, wholesaleCents: 8_572_567, distributionCents: 10_710_998 },
  },
  goals: { active: 21, all: 22 },
} as const;
