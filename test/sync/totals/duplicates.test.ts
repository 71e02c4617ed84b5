import fc from "fast-check";
import type { CallFact } from "../../../src/metrics/fact-store";
import { CallStarts, duplicateMarks } from "../../../src/sync/totals/duplicates";

const userOf = (owner: string) => (owner === "nobody" ? null : (owner.split("@")[0] ?? null));
const noon = Date.parse("2025-10-10T12:00:00Z");

function call(source: "copper" | "justcall", id: string, seconds: number, given: Partial<CallFact> = {}): CallFact {
  const type = given.type ?? "phone_call_quantity";
  const at = new Date(noon + seconds * 1000);
  const _id = `${source}:${id}:${type}`;
  return { _id, recordId: id, type, at, owner: `ana@${source}`, amount: 1, counts: true, ...given };
}
const copper = (id: string, seconds: number, given: Partial<CallFact> = {}) => call("copper", id, seconds, given);
const justcall = (id: string, seconds: number, given: Partial<CallFact> = {}) => call("justcall", id, seconds, given);
const marks = (ours: readonly CallFact[], theirs: readonly CallFact[]) => {
  const starts = new CallStarts(userOf);
  // As they come from the store, piece by piece.
  for (const one of theirs) starts.add([one]);
  return duplicateMarks({ copper: ours, starts }, userOf);
};

const of = (id: string) => `justcall:${id}:phone_call_quantity`;
const duplicate = (id: string, covering: string | null, type = "phone_call_quantity") => ({
  _id: `copper:${id}:${type}`,
  duplicateOf: covering === null ? null : of(covering),
});

describe("a call in Copper and in JustCall", () => {
  it.each([0, 1, 119, 120, -119, -120])("is one call when it began %d s apart", (seconds) => {
    expect(marks([copper("1", seconds)], [justcall("9", 0)])).toEqual([duplicate("1", "9")]);
  });

  it.each([121, -121, 120.001, -120.001])("is two calls when it began %d s apart", (seconds) => {
    expect(marks([copper("1", seconds)], [justcall("9", 0)])).toEqual([]);
  });

  it("is one call across midnight", () => {
    const before = copper("1", 0, { at: new Date("2025-10-10T23:59:30Z") });
    const after = justcall("9", 0, { at: new Date("2025-10-11T00:01:30Z") });

    expect(marks([before], [after])).toEqual([duplicate("1", "9")]);
  });

  it("takes its talk time with it", () => {
    const talk = copper("1", 5, { type: "talk_time_minutes" });

    expect(marks([copper("1", 5), talk], [justcall("9", 0)])).toEqual([
      duplicate("1", "9"),
      duplicate("1", "9", "talk_time_minutes"),
    ]);
  });

  it("duplicates the nearest, of two equally near the earlier", () => {
    const theirs = [justcall("late", 100), justcall("early", -100), justcall("far", -110)];

    expect(marks([copper("1", 30), copper("2", 0)], theirs)).toEqual([duplicate("1", "late"), duplicate("2", "early")]);
  });

  it("covers every Copper call within its reach", () => {
    expect(marks([copper("1", -120), copper("2", 3), copper("3", 120), copper("4", 121)], [justcall("9", 0)])).toEqual([
      duplicate("1", "9"),
      duplicate("2", "9"),
      duplicate("3", "9"),
    ]);
  });

  it("is another rep's, or nobody's, and so no duplicate", () => {
    expect(marks([copper("1", 0)], [justcall("9", 0, { owner: "ben@justcall" })])).toEqual([]);
    expect(marks([copper("1", 0, { owner: "nobody" })], [justcall("9", 0, { owner: "nobody" })])).toEqual([]);
  });

  it("counts again when the call that covered it is gone, or is another's now", () => {
    const marked = copper("1", 0, { counts: false, duplicateOf: of("9") });

    expect(marks([marked], [])).toEqual([duplicate("1", null)]);
    expect(marks([marked], [justcall("9", 0, { owner: "ben@justcall" })])).toEqual([duplicate("1", null)]);
  });

  it("is marked anew when a nearer call turns up", () => {
    const marked = copper("1", 0, { counts: false, duplicateOf: of("9") });

    expect(marks([marked], [justcall("9", 60), justcall("8", 10)])).toEqual([duplicate("1", "8")]);
  });

  it("needs no mark that it has", () => {
    expect(marks([copper("1", 0, { counts: false, duplicateOf: of("9") })], [justcall("9", 60)])).toEqual([]);
  });

  it("is found as by comparing each with each, in whatever order they come", () => {
    const given = (source: "copper" | "justcall") =>
      fc.array(
        fc.record({
          seconds: fc.integer({ min: 0, max: 900 }),
          owner: fc.constantFrom(`ana@${source}`, `ben@${source}`, "nobody"),
        }),
        { maxLength: 25 },
      );

    fc.assert(
      fc.property(given("copper"), given("justcall"), (ours, theirs) => {
        const ourCalls = ours.map(({ seconds, owner }, index) => copper(String(index), seconds, { owner }));
        const theirCalls = theirs.map(({ seconds, ...rest }, index) => justcall(String(index), seconds, rest));

        const found = new Map(marks(ourCalls, theirCalls).map(({ _id, duplicateOf }) => [_id, duplicateOf]));

        expect(marks(ourCalls, [...theirCalls].reverse())).toEqual(marks(ourCalls, theirCalls));
        const starts = new Map(theirCalls.map((one) => [one._id, one.at.getTime()]));
        for (const one of ourCalls) {
          expect(starts.get(found.get(one._id) ?? "")).toBe(naively(one, theirCalls));
        }
      }),
    );
  });
});

/** When the call began that covers this one: the nearest of the same rep's, the earlier of two. */
function naively(one: CallFact, others: readonly CallFact[]): number | undefined {
  const distance = (at: number) => Math.abs(at - one.at.getTime());
  const [nearest] = others
    .filter((other) => userOf(other.owner) !== null && userOf(other.owner) === userOf(one.owner))
    .map(({ at }) => at.getTime())
    .filter((at) => distance(at) <= 120_000)
    .sort((a, b) => distance(a) - distance(b) || a - b);
  return nearest;
}
