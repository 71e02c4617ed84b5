import type { Examination } from "../../src/doctor/examination";
import { findings } from "../../src/doctor/findings";
import { aCheck, anExamination, aSource } from "../support/builders/examinations";

const wrong = (examination: Examination) => findings(examination).filter(({ state }) => state !== "ok");
const copper = (more: Partial<ReturnType<typeof aSource>>) =>
  anExamination({ sources: [aSource("copper", more), aSource("justcall"), aSource("fishbowl")] });

describe("the doctor, of people,", () => {
  it("names whom a source has and Slack has not, ten at most, and reps whom the source has not", () => {
    const strangers = Array.from({ length: 12 }, (_, index) => ({
      owner: `${100 + index}`,
      name: `N${index}\u001b`,
      email: null,
    }));

    const found = wrong(copper({ check: aCheck({ people: strangers }) }));

    expect(found.map(({ id }) => id)).toEqual(["copper-unmatched", "copper-missing-reps"]);
    expect(found[0]?.says).toMatch(/^No Slack match for Copper user "N0" \(no email\), .* and 2 more\.$/);
    expect(found[0]?.owners).toHaveLength(12);
    expect(found[0]?.owners?.[0]).toMatchObject({ source: "copper", owner: "100" });
    expect(found[1]?.says).toBe("Copper has no user for Ana Torres (ana@acme.com).");
  });

  it("counts who is matched among all people in Paceline, as Home does", () => {
    const people = [{ owner: "ana@acme.com", name: "Ana", email: "ana@acme.com" }];
    const found = findings(copper({ check: aCheck({ people }) }));

    expect(found.find(({ id }) => id === "copper-matched")?.says).toMatch(
      /^1 of the \d people in Paceline has a Copper user: Ana Torres\.$/,
    );
  });

  it("matches nobody with a source whose records alone tell who there is", () => {
    const sources = [aSource("copper"), aSource("justcall"), aSource("fishbowl", { check: aCheck({ people: null }) })];

    expect(wrong(anExamination({ sources }))).toEqual([]);
  });

  it("says what waits for an account type, of which customers, as App Home does", () => {
    const untyped = [
      { name: "Ping House", records: 8, amount: 5_510_300 },
      { name: null, records: 1, amount: 7_550 },
    ];

    expect(wrong(anExamination({ untyped })).map(({ id, says }) => [id, says])).toEqual([
      [
        "fishbowl-untyped",
        "$55,178.50 of the last 30 days waits for an account type: Ping House $55,103, no customer name $75.50.",
      ],
    ]);
  });

  it("names salesmen who are nobody with their orders, and mappings to people who do not exist", () => {
    const unowned = [{ owner: "B. Lee", records: 14, amount: 912_000 }];
    const salesmen = [{ _id: "C. Gone", userId: "U0GONE" }];
    const [first] = wrong(anExamination({ unowned, salesmen }));

    expect(first?.owners).toEqual([
      {
        ...{ source: "fishbowl", owner: "B. Lee", name: "B. Lee" },
        says: 'Sales rep "B. Lee" isn\'t matched to anyone: 14 orders, $9,120 in the last 90 days.',
      },
    ]);

    expect(wrong(anExamination({ unowned, salesmen })).map(({ says }) => says)).toEqual([
      "Orders of the last 90 days aren't credited, as their sales rep isn't matched to anyone: \"B. Lee\": 14 orders, $9,120.",
      'Sales reps are matched to people Slack doesn\'t have: "C. Gone" → U0GONE.',
    ]);
  });
});
