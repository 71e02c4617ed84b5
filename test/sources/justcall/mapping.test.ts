import { justcallCallFacts } from "../../../src/sources/justcall/mapping";
import { Call } from "../../../src/sources/justcall/schema";
import { WIRE } from "../../support/builders/justcall-records";
import { days } from "../../support/harness/justcall";

const meaning = { days, addresses: new Map([["12345", "list@acme.com"]]) };
const facts = (change: object = {}) => justcallCallFacts(Call.parse({ ...WIRE, ...change }), meaning);

describe("a call in JustCall", () => {
  it("counts once and its conversation by the second, on the team's day of its UTC instant", () => {
    const base = {
      source: "justcall",
      recordId: "1001",
      at: new Date("2025-10-01T00:00:00Z"),
      day: "2025-09-30",
      owner: "ana@acme.com",
      counts: true,
    };

    expect(facts()).toEqual([
      { ...base, type: "phone_call_quantity", amount: 1 },
      { ...base, type: "talk_time_minutes", amount: 75 },
    ]);
  });

  it.each(["Answered", "Unanswered", "Missed", "Voicemail", "Abandoned", "Something new", null])(
    "counts when it is %s",
    (type) => {
      expect(facts({ call_info: { type } })[0]?.counts).toBe(true);
    },
  );

  it("does not count while it is in progress", () => {
    expect(facts({ call_info: { type: "In Progress" } })).toMatchObject([
      { counts: false, why: "call is still in progress" },
      { counts: false, why: "call is still in progress" },
    ]);
  });

  it.each([
    [{ agent_email: null }, "list@acme.com"],
    [{ agent_email: "" }, "list@acme.com"],
    [{ agent_email: " X@Y.com " }, "x@y.com"],
  ])("with %j is of %s", (change, owner) => {
    expect(facts(change)[0]).toMatchObject({ owner, counts: true });
  });

  it.each([
    { agent_email: "", agent_id: 9 },
    { agent_email: "", agent_id: "" },
    { agent_email: null, agent_id: null },
  ])("of nobody does not count: %j", (change) => {
    expect(facts(change)[0]).toMatchObject({
      owner: "",
      counts: false,
      why: "call has no agent",
    });
  });

  it.each([0, null, undefined, -3, "x"])("with a conversation of %j has no talk time", (conversation_time) => {
    expect(facts({ call_duration: { conversation_time } })).toHaveLength(1);
  });

  it.each([
    ["8:25:43", "2025-10-01T08:25:43.000Z"],
    ["08:05", "2025-10-01T08:05:00.000Z"],
    ["23:59:59", "2025-10-01T23:59:59.000Z"],
  ])("at %s UTC began at %s", (call_time, instant) => {
    expect(facts({ call_time })[0]?.at.toISOString()).toBe(instant);
  });

  it.each([
    { call_date: "2025-02-30" },
    { call_date: "yesterday" },
    { call_time: "24:00:00" },
    { call_time: "" },
    { call_date: null },
    { id: null },
  ])("with %j cannot be read", (change) => {
    expect(Call.safeParse({ ...WIRE, ...change }).success).toBe(false);
  });
});
