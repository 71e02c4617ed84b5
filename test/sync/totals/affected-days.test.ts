import { affectedDays } from "../../../src/sync/totals/affected-days";
import { callFacts } from "../../support/builders/facts";
import { days } from "../../support/builders/team-zone";

const of = (source: "copper" | "justcall", at: string) =>
  [...affectedDays(callFacts(source, { recordId: "1", at, owner: "7", seconds: 60 }), days)].sort();

describe("the days that hang on a call", () => {
  // Midnight in Los Angeles is seven in the morning in October.
  it.each([
    ["justcall", "2026-10-10T07:00:00Z", ["2026-10-09", "2026-10-10"]],
    ["justcall", "2026-10-10T07:02:00Z", ["2026-10-09", "2026-10-10"]],
    ["justcall", "2026-10-10T07:02:01Z", ["2026-10-10"]],
    ["justcall", "2026-10-11T06:57:59Z", ["2026-10-10"]],
    ["justcall", "2026-10-11T06:58:00Z", ["2026-10-10", "2026-10-11"]],
    ["copper", "2026-10-10T07:00:00Z", ["2026-10-10"]],
  ] as const)("are, of one in %s at %s, %j", (source, at, expected) => {
    expect(of(source, at)).toEqual(expected);
  });
});
