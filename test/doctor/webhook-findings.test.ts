import { findings } from "../../src/doctor/findings";
import { SourceError } from "../../src/sources/source-error";
import { anExamination, aSource } from "../support/builders/examinations";

const forbidden = new SourceError("copper", "credentials", "Copper says no", { status: 403 });
const copper = (more: Partial<ReturnType<typeof aSource>>) =>
  anExamination({ sources: [aSource("copper", more), aSource("justcall"), aSource("fishbowl")] });

describe("what the doctor says of webhooks", () => {
  it.each([
    [{ kind: "answered", topics: 6, missing: [], outdated: 0 }, "ok", "Copper: 6 webhooks active, so"],
    [
      { kind: "answered", topics: 6, missing: ["opportunity/new", "opportunity/update"], outdated: 1 },
      "warning",
      "Copper has no webhook with the current secret for opportunity/new, opportunity/update; syncs",
    ],
    [
      { kind: "answered", topics: 6, missing: [], outdated: 2 },
      "warning",
      "Copper has all 6 webhooks active, and 2 of ours that are out of date.",
    ],
    [{ kind: "refused", failure: forbidden }, "warning", "Copper's webhooks could not be checked: Copper says no."],
  ] as const)("says what a vendor tells us of: %j", (webhooks, state, says) => {
    const found = findings({ ...copper({ webhooks }), publicUrl: "https://paceline.example" });

    const reported = found.filter(({ id }) => id.includes("webhooks"));
    expect(reported).toEqual([expect.objectContaining({ state, says: expect.stringContaining(says) })]);
    expect(reported.map(({ todo }) => todo === undefined)).toEqual([state === "ok"]);
  });

  it("has nothing to mend in webhooks that can't be installed before a first start", () => {
    const webhooks = { kind: "answered", topics: 6, missing: ["opportunity/new"], outdated: 0 } as const;
    const freshness = { source: "copper", asOf: null, state: "never" } as const;

    const found = findings({ ...copper({ webhooks, freshness }), publicUrl: "https://paceline.example" });

    expect(found.filter(({ id }) => id.includes("webhooks"))).toEqual([
      { id: "copper-webhooks-to-come", state: "ok", says: expect.stringContaining("webhooks install") },
    ]);
  });
});
