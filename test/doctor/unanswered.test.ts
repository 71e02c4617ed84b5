import { findings } from "../../src/doctor/findings";
import { day } from "../../src/time/day";
import { anExamination, aSource } from "../support/builders/examinations";

describe("the doctor", () => {
  it("says how many records count of which a source doesn't say whether they still exist, and on which days", () => {
    const { freshness } = aSource("copper");
    const unanswered = [
      { day: day("2026-10-20"), records: 2 },
      { day: day("2026-10-21"), records: 9 },
      { day: day("2026-10-27"), records: 1 },
    ];

    const found = findings(
      anExamination({ sources: [aSource("copper", { freshness: { ...freshness, unanswered } })] }),
    );

    expect(found.filter(({ state }) => state !== "ok")).toMatchObject([
      {
        id: "copper-unanswered",
        state: "warning",
        says: "Copper doesn't say whether 12 records of Oct 20–21, Oct 27 still exist; they count until it does.",
      },
    ]);
  });
});
