import { clockStops, livedFrom } from "../../../src/demo/controls/clock-stops";
import { exportsOn } from "../../../src/demo/passing/order-exports";
import { day } from "../../../src/time/day";

const WORKDAYS = ["2026-10-28", "2026-10-29", "2026-10-30", "2026-11-02"].map(day);
const WEDNESDAY = new Date("2026-10-28T21:05:00Z");
const THURSDAY = new Date("2026-10-29T15:00:00Z");
const MONDAY = new Date("2026-11-02T16:00:00Z");

/** The stops on a way, each as its time and what is exported then. */
function stopsOn(
  target: Date,
  { now = WEDNESDAY, due = [] }: { readonly now?: Date; readonly due?: readonly Date[] } = {},
) {
  const exports = exportsOn(WORKDAYS, { after: now, until: target });
  return clockStops(target, { now, exports, due }).map(({ at, exported }) => [
    at.toISOString().slice(0, 19),
    exported?.sold ?? "due",
  ]);
}

describe("the stops of the clock on its way", () => {
  it("to the next morning are at each export, and a second after each due time, in the order of time", () => {
    const due = [new Date("2026-10-29T12:00:00Z"), new Date("2026-10-29T02:30:00Z")];

    expect(stopsOn(THURSDAY, { due })).toEqual([
      ["2026-10-29T01:00:00", "2026-10-28"],
      ["2026-10-29T02:30:01", "due"],
      ["2026-10-29T11:45:00", "2026-10-28"],
      ["2026-10-29T12:00:01", "due"],
      ["2026-10-29T14:00:00", "2026-10-28"],
    ]);
  });

  it("to Monday are of the last day alone, which begins with one file of each day that was sold on before", () => {
    expect(stopsOn(MONDAY)).toEqual([
      ["2026-11-01T16:00:00", "2026-10-28"],
      ["2026-11-01T16:00:00", "2026-10-29"],
      ["2026-11-01T16:00:00", "2026-10-30"],
      ["2026-11-02T12:45:00", "2026-10-30"],
      ["2026-11-02T15:00:00", "2026-10-30"],
    ]);
  });

  it("are none at the target, where whoever moves the clock does what is due, but for an export", () => {
    const until = new Date("2026-10-29T14:00:00Z");

    expect(stopsOn(until, { now: new Date("2026-10-29T13:00:00Z"), due: [until] })).toEqual([
      ["2026-10-29T14:00:00", "2026-10-28"],
    ]);
  });

  it("are none on the way back", () => {
    expect(stopsOn(WEDNESDAY, { now: MONDAY })).toEqual([]);
    expect(livedFrom(WEDNESDAY, MONDAY)).toEqual(MONDAY);
  });
});
