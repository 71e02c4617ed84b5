import { justcallCallFacts } from "../../../src/sources/justcall/mapping";
import { Call, readCall } from "../../../src/sources/justcall/schema";
import { WIRE } from "../../support/builders/records/justcall";
import { days } from "../../support/harness/justcall";

const meaning = { days, addresses: new Map([["12345", "list@acme.com"]]) };
const facts = (change: object = {}) => justcallCallFacts(Call.parse({ ...WIRE, ...change }), meaning);
const unreadable = (part: string | null) => ({ unreadable: part, at: new Date("2025-10-01T00:00:00Z") });

describe("a call in JustCall", () => {
  it("counts once and its conversation by the second, on the team's day of its UTC instant", () => {
    const base = {
      source: "justcall",
      recordId: "1001",
      at: new Date("2025-10-01T00:00:00Z"),
      day: "2025-09-30",
      owner: "ana@acme.com",
      counts: true,
      name: "number ending 3566",
    };

    expect(facts()).toEqual([
      { ...base, type: "phone_call_quantity", amount: 1 },
      { ...base, type: "talk_time_minutes", amount: 75 },
    ]);
  });

  it.each([
    [{ contact_name: "Cara Bell" }, "Cara Bell"],
    [{ contact_name: "+1 213-566-4417", contact_number: "12135664417" }, "number ending 4417"],
    [{ contact_name: null, contact_number: 12_135_664_417 }, "number ending 4417"],
    [{ contact_name: 7, contact_number: {} }, undefined],
    [{ contact_name: "cara@shop.example", contact_number: "" }, undefined],
  ])("with %j is known as %s, and by no more of a number than that", (change, name) => {
    expect(facts(change).map((fact) => fact.name)).toEqual([name, name]);
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

  it.each([
    [75, 75],
    ["75", 75],
    [74.6, 75],
    ["1:15", 75],
    ["01:15", 75],
    ["0:01:15", 75],
    [" 00:01:15 ", 75],
    ["90:00", 5_400],
    ["1:30:00", 5_400],
  ])("with a conversation of %j has %i seconds of talk", (conversation_time, seconds) => {
    expect(facts({ call_duration: { conversation_time } })[1]).toMatchObject({ amount: seconds });
  });

  it.each([0, "0", "0:00", "00:00:00"])("with a conversation of %j has no talk time", (conversation_time) => {
    expect(facts({ call_duration: { conversation_time } })).toHaveLength(1);
  });

  it.each([null, undefined, "", -3, "x", "1:75", "1:60:00", "12m", 90_000, [75], {}])(
    "that was answered cannot be read with a conversation of %j, which is never a zero",
    (conversation_time) => {
      expect(readCall({ ...WIRE, call_duration: { conversation_time } })).toEqual(unreadable("duration"));
    },
  );

  it.each([null, undefined, "", 75])("that was answered cannot be read with %j for its lengths", (call_duration) => {
    expect(readCall({ ...WIRE, call_duration })).toEqual(unreadable("duration"));
  });

  it.each(["Unanswered", "Missed", "Abandoned before ringing", "In Progress"])(
    "that is %s need not say how long it was, but what it says must be readable",
    (type) => {
      expect(facts({ call_info: { type }, call_duration: null })).toHaveLength(1);
      const odd = { ...WIRE, call_info: { type }, call_duration: { conversation_time: "long" } };
      expect(readCall(odd)).toEqual(unreadable("duration"));
    },
  );

  it.each([40, "0:40", "who knows", null])(
    "that is a voicemail has no talk time, whatever stands there: %j",
    (stated) => {
      const voicemail = { call_info: { type: "Voicemail" }, call_duration: { conversation_time: stated } };

      expect(facts(voicemail)).toMatchObject([{ type: "phone_call_quantity", counts: true }]);
    },
  );

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
    { call_date: "2025-02-30", call_duration: null },
  ])("with %j has no date that can be read", (change) => {
    expect(readCall({ ...WIRE, ...change })).toEqual({ unreadable: "date", at: null });
  });

  it.each([{ id: null }, { agent_id: [1] }])("with %j cannot be read", (change) => {
    expect(readCall({ ...WIRE, ...change })).toEqual(unreadable(null));
  });
});
