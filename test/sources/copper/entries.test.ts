import { entryFact, opportunityOf } from "../../../src/sources/copper/mapping";
import { Opportunity } from "../../../src/sources/copper/schema";
import { at, opportunity } from "../../support/builders/records/copper";
import { unsealed } from "../../support/fakes/unsealed";
import { days } from "../../support/harness/copper";

const meaning = {
  days,
  stages: new Map([
    ["11", "a" as const],
    ["12", "b" as const],
    ["13", "c" as const],
  ]),
  account: "100624",
  seal: unsealed,
};
describe("an entry into a stage", () => {
  const entry = (change = {}) => entryFact(Opportunity.parse(opportunity(change)), meaning);

  it.each([
    [11, "lead_progression_a"],
    [12, "lead_progression_b"],
    [13, "lead_progression_c"],
  ])("%i is one of %s, once per opportunity, stage and instant", (stage, type) => {
    const fact = entry({ pipeline_stage_id: stage });

    expect(fact).toEqual({
      source: "copper",
      recordId: `4340000-${stage}-${at("2026-11-11T18:00:00Z")}`,
      type,
      at: new Date("2026-11-11T18:00:00Z"),
      day: "2026-11-11",
      owner: "137658",
      amount: 1,
      name: "25 Office Chairs",
      link: "https://app.copper.com/companies/100624/app#/deal/4340000",
      counts: true,
    });
    expect(fact && opportunityOf(fact)).toBe("4340000");
  });

  it("is known by its company where the deal itself has no name, or by nothing", () => {
    const names = [{ name: "  " }, { name: null, company_name: null }].map((change) => entry(change)?.name);

    expect(names).toEqual(["Noble Group", undefined]);
  });

  it("without an assignee does not count", () => {
    expect(entry({ assignee_id: null })).toMatchObject({
      owner: "",
      counts: false,
      why: "opportunity has no assignee",
    });
  });

  it("of another stage is none", () => {
    expect(entry({ pipeline_stage_id: 14 })).toBeNull();
  });
});
