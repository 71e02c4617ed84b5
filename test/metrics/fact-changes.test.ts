import type { Fact } from "../../src/metrics/fact";
import {
  ComparedWindow,
  DELETED_AT_SOURCE,
  DUPLICATE,
  exceedsDeletionLimit,
  factChanges,
  type StoredFact,
} from "../../src/metrics/fact-changes";
import { aFact, leftOut, stored } from "../support/builders/facts";

const gone = (fact: StoredFact): StoredFact => ({ ...fact, counts: false, why: DELETED_AT_SOURCE, gone: true });
const marked = (fact: StoredFact): StoredFact => ({
  ...fact,
  counts: false,
  why: DUPLICATE,
  duplicateOf: "justcall:9:phone_call_quantity",
});

describe("a window that was read completely", () => {
  it("writes nothing when it was read the same before", () => {
    const read = [
      aFact("1", { link: "https://justcall.example/1" }),
      leftOut(aFact("2"), "call is in progress", "In Progress"),
      aFact("3", { source: "copper", type: "email_quantity", to: ["b@x.example", "c@x.example"] }),
    ];

    const changes = factChanges(
      read.map((fact) => stored(fact)),
      read,
    );

    expect(changes).toEqual({ write: [], unseen: [] });
  });

  it("takes a duplicate's mark for no change of the source", () => {
    const call = aFact("1", { source: "copper" });

    expect(factChanges([marked(stored(call))], [call])).toEqual({ write: [], unseen: [] });
  });

  it("writes a duplicate anew that its source no longer lets count", () => {
    const call = aFact("1", { source: "copper" });
    const now = leftOut(call, "call is in progress");

    expect(factChanges([marked(stored(call))], [now])).toEqual({ write: [now], unseen: [] });
  });

  it("writes what is new and names what is no longer listed", () => {
    const [old, fresh] = [aFact("1"), aFact("2")];

    expect(factChanges([stored(old)], [fresh])).toEqual({ write: [fresh], unseen: [stored(old)] });
  });

  it.each([
    ["its day", aFact("1", { day: "2025-10-11", at: aFact("1").at })],
    ["its instant", aFact("1", { at: new Date("2025-10-10T17:00:01Z") })],
    ["its owner", aFact("1", { owner: "ben@acme.example" })],
    ["its amount", aFact("1", { amount: 2 })],
    ["its link", aFact("1", { link: "https://justcall.example/1" })],
    ["its recipients", aFact("1", { to: ["x@y.example"] })],
    ["whether it counts", leftOut(aFact("1"), "call is in progress")],
  ])("writes a record again that changed %s", (_what, now) => {
    expect(factChanges([stored(aFact("1"))], [now])).toEqual({ write: [now], unseen: [] });
  });

  it("writes a record again whose reason or detail changed", () => {
    const before = leftOut(aFact("1"), "order is Void", "Void");
    const [why, detail] = [
      leftOut(aFact("1"), "order is Expired", "Void"),
      leftOut(aFact("1"), "order is Void", "VOID"),
    ];

    expect(factChanges([stored(before)], [why]).write).toEqual([why]);
    expect(factChanges([stored(before)], [detail]).write).toEqual([detail]);
  });

  it("takes another name for no change of the figure, and names what to rename", () => {
    const [named, renamed, bare] = [aFact("1", { name: "Cara" }), aFact("1", { name: "Cara Bell" }), aFact("1")];
    const changesOf = (was: Fact, is: Fact) => {
      const compared = new ComparedWindow([is]);
      compared.add([marked(stored(was))]);
      return { ...compared.changes(), renamed: compared.renamed };
    };

    expect(changesOf(named, named)).toEqual({ write: [], unseen: [], renamed: [] });
    expect(changesOf(bare, named)).toEqual({ write: [], unseen: [], renamed: [named] });
    expect(changesOf(named, renamed)).toEqual({ write: [], unseen: [], renamed: [renamed] });
    expect(changesOf(named, bare)).toEqual({ write: [], unseen: [], renamed: [bare] });
  });

  it("brings back a record that was gone, and does not retire one twice", () => {
    const call = aFact("1");

    expect(factChanges([gone(stored(call))], [call])).toEqual({ write: [call], unseen: [] });
    expect(factChanges([gone(stored(call))], [])).toEqual({ write: [], unseen: [] });
  });

  it("takes the last of a record that a page shift lists twice", () => {
    const [first, last] = [aFact("1"), aFact("1", { amount: 2 })];

    expect(factChanges([], [first, last]).write).toEqual([last]);
  });
});

describe("a window that is compared piece by piece", () => {
  it("comes to the same as at once, and names what is new to it", () => {
    const [old, same, fresh] = [aFact("1"), aFact("2"), aFact("3")];
    const changed = aFact("4", { amount: 2 });
    const held = [stored(old), stored(same), stored(aFact("4")), gone(stored(aFact("5")))];
    const read = [same, fresh, changed];
    const compared = new ComparedWindow(read);

    for (const one of held) compared.add([one]);

    expect(compared.changes()).toEqual({ write: [fresh, changed], unseen: [stored(old)] });
    expect(compared.changes()).toEqual(factChanges(held, read));
    expect([...read, aFact("6")].filter((one) => compared.isNew(one))).toEqual([fresh]);
    expect(compared.live).toEqual(new Map([["phone_call_quantity", 3]]));
  });
});

describe("the brake", () => {
  const live = (held: readonly StoredFact[]) => {
    const compared = new ComparedWindow([]);
    compared.add(held);
    return compared.live;
  };
  const many = (count: number, type: "phone_call_quantity" | "talk_time_minutes" = "phone_call_quantity") =>
    Array.from({ length: count }, (_, index) => stored(aFact(String(index), { type })));

  it.each([
    { vanished: 49, live: 49, holds: false },
    { vanished: 50, live: 50, holds: true },
    { vanished: 51, live: 51, holds: true },
    { vanished: 50, live: 249, holds: true },
    { vanished: 50, live: 250, holds: false },
    { vanished: 51, live: 254, holds: true },
    { vanished: 51, live: 255, holds: false },
    { vanished: 0, live: 0, holds: false },
  ])("holds for 50 or more that are over a fifth: $vanished of $live", ({ vanished, live: count, holds }) => {
    const held = many(count);

    expect(exceedsDeletionLimit(live(held), held.slice(0, vanished))).toBe(holds);
  });

  it("does not count those that were gone before as live", () => {
    const held = [...many(100), ...many(400, "talk_time_minutes").map(gone)];

    expect(exceedsDeletionLimit(live(held), held.slice(0, 50))).toBe(true);
  });

  it.each([
    { count: 49, holds: false },
    { count: 50, holds: true },
  ])("holds when all $count of one metric are deleted, however small their share", ({ count, holds }) => {
    const held = [...many(1000), ...many(count, "talk_time_minutes")];

    expect(exceedsDeletionLimit(live(held), held.slice(1000))).toBe(holds);
  });
});
