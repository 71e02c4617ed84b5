import { attentionPart } from "../../../../src/slack/home/views/admin-start/attention-part";
import { READING } from "../../../support/harness/home";
import { lines } from "../../../support/harness/slack-blocks";

const lee = { source: "fishbowl", name: "B. Lee", email: null, owner: "B. Lee", records: 14, value: 9_120 } as const;

describe("what is credited to nobody", () => {
  /** `cents` that wait for an account type. */
  const waiting = (cents: number) => {
    const part = attentionPart({
      ...{
        freshness: [],
        deliveries: [],
        runs: [],
        health: { kind: "never" } as const,
        nameOf: (id) => id,
        ...READING,
      },
      unmatched: { open: [lee], mappedSince: [], unknownTo: [] },
      untyped: [{ name: "Ping House", amount: cents, records: 3 }],
    });
    return lines([...part]).filter((line) => line.startsWith("⚠️"));
  };

  it("stands in the order of the money that waits, for a match or for an account type", () => {
    expect(waiting(912_001)[0]).toContain("$9,120.01 of the last 30 days waits for an account type");
    expect(waiting(912_001)[1]).toContain("1 unmatched person");
    expect(waiting(912_000)[1]).toContain("$9,120 of the last 30 days waits for an account type");
  });
});
