import type { Activity as WireActivity } from "../../../src/demo/copper/account";
import { COPY, copperCallFacts, emailFacts, loggedCallFacts } from "../../../src/sources/copper/mapping";
import { Activity } from "../../../src/sources/copper/schema";
import { at, copperCall, email } from "../../support/builders/records/copper";
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
const mails = (...wire: WireActivity[]) =>
  emailFacts(
    wire.map((one) => Activity.parse(one)),
    meaning,
  );

describe("an email", () => {
  it("counts once for its sender, on the team's day, and knows its recipients", () => {
    expect(mails(email())).toEqual({
      facts: [
        {
          source: "copper",
          recordId: "<CAF=x1%3A7@mail.acme.com>",
          type: "email_quantity",
          at: new Date("2026-11-10T18:00:00Z"),
          day: "2026-11-10",
          owner: "ana@acme.com",
          amount: 1,
          copyIds: [String(email().id)],
          to: ["bo@buyer.com"],
          name: "Bo",
          link: "https://app.copper.com/companies/100624/app#/contact/9607580",
          counts: true,
        },
      ],
      leftOut: [],
      unreadable: [],
    });
  });

  it.each([
    [
      [
        { name: "Ben", email: "ben@ACME.com" },
        { name: "Cara Bell", email: "cara@shop.example" },
      ],
      "Cara Bell",
    ],
    [
      [
        { name: "", email: "x@shop.example" },
        { name: "Ben", email: "ben@acme.com" },
      ],
      "Ben",
    ],
    [[{ name: "cara@shop.example", email: "cara@shop.example" }], undefined],
    [[{ email: "cara@shop.example" }, null, { name: 7, email: "d@shop.example" }], undefined],
  ])("to %j is known by %s, somebody of another domain first, and by no address", (recipients, name) => {
    const details = { id: "m", sender: { email: "ana@acme.com" }, recipients, subject: "Hi" };
    const { facts } = emailFacts([Activity.parse({ ...email(), details })], meaning);

    expect(facts.map((fact) => fact.name)).toEqual([name]);
  });

  it("counts once however many activities it has", () => {
    const { facts, leftOut } = mails(
      email({ id: 2 }),
      email({ id: 1 }),
      email({ id: 3, activity_date: at("2026-11-10T18:00:01Z") }),
    );

    expect(facts).toHaveLength(1);
    expect(leftOut).toEqual([COPY, COPY]);
  });

  it("without an id is known by sender, second and subject", () => {
    const details = (subject: string, sender = "ana@acme.com") => ({
      sender: { name: "", email: sender },
      recipients: [],
      subject,
    });
    const other = at("2026-11-10T18:00:01Z");
    const { facts, leftOut } = mails(
      email({ id: 1, details: details("One") }),
      email({ id: 2, details: details("One", "ANA@acme.com") }),
      email({ id: 3, details: details("Two") }),
      email({ id: 4, details: details("One", "bo@acme.com") }),
      email({ id: 5, details: details("One"), activity_date: other }),
    );

    expect(new Set(facts.map(({ recordId }) => recordId)).size).toBe(4);
    expect(leftOut).toEqual([COPY]);
    expect(facts.every(({ recordId }) => !recordId.includes(":"))).toBe(true);
  });

  it("names twenty recipients at most", () => {
    const recipients = Array.from({ length: 30 }, (_, index) => ({ name: "", email: `R${index}@x.com` }));
    const [fact] = mails(email({ details: { sender: { name: "", email: "a@x.com" }, recipients, subject: "" } })).facts;

    expect(fact?.to).toHaveLength(20);
    expect(fact?.to?.[19]).toBe("r19@x.com");
  });

  it("whose sender is empty is known by its own id and counts for nobody", () => {
    const details = { id: "m1", sender: { name: "x", email: " " }, recipients: [], subject: "" };

    expect(mails(email({ details })).facts).toMatchObject([
      { recordId: "m1", owner: "", counts: false, why: "e-mail has no sender" },
    ]);
  });

  it.each([
    ["details are text", "an email", "details"],
    ["details are missing", null, "details"],
    ["sender is empty and it has no id", { sender: { name: "x", email: " " }, recipients: [], subject: "" }, "sender"],
  ])("cannot be read when its %s", (_, details, part) => {
    const unreadable = [{ id: String(email().id), part }];

    expect(mails(email({ details }))).toEqual({ facts: [], leftOut: [], unreadable });
  });
});

describe("a call", () => {
  const facts = (change: Partial<WireActivity> = {}) => copperCallFacts(Activity.parse(copperCall(change)), meaning);

  it("counts once for its user, and its talk time where the text states it", () => {
    const base = {
      source: "copper",
      recordId: "3061844454",
      at: new Date("2026-11-10T18:00:00Z"),
      day: "2026-11-10",
      owner: "137658",
      link: "https://app.copper.com/companies/100624/app#/organization/9607581",
      counts: true,
    };

    expect(facts()).toEqual([
      { ...base, type: "phone_call_quantity", amount: 1 },
      { ...base, type: "talk_time_minutes", amount: 754 },
    ]);
  });

  it.each(["No answer", null])("has no talk time when its text is %j", (details) => {
    expect(facts({ details }).map(({ type }) => type)).toEqual(["phone_call_quantity"]);
  });

  it.each([undefined, null, "", "12:99"])("can be read with %j for its text, which states no talk time", (details) => {
    const call = Activity.parse({ ...copperCall(), details });

    expect(loggedCallFacts([call], meaning)).toMatchObject({ facts: [{ amount: 1 }], unreadable: [] });
  });

  it.each([[{ duration: 90 }], [["12:34"]], [754], [true]])("cannot be read with %j for its text", (details) => {
    const calls = [copperCall({ id: 1 }), { ...copperCall({ id: 2 }), details }].map((one) => Activity.parse(one));

    const { facts, unreadable } = loggedCallFacts(calls, meaning);

    expect(new Set(facts.map(({ recordId }) => recordId))).toEqual(new Set(["1"]));
    expect(unreadable).toEqual([{ id: "2", part: "details" }]);
  });

  it("without a user does not count", () => {
    for (const user_id of [0, -2, "", "0", " "]) {
      expect(copperCallFacts(Activity.parse({ ...copperCall(), user_id }), meaning)[0]).toMatchObject({ owner: "" });
    }
    expect(facts({ user_id: null })[0]).toMatchObject({ owner: "", counts: false, why: "call has no user" });
  });

  it.each([
    ["2026-11-01T06:59:59Z", "2026-10-31"],
    ["2026-11-01T07:00:00Z", "2026-11-01"],
    ["2026-11-02T07:59:59Z", "2026-11-01"],
    ["2026-11-02T08:00:00Z", "2026-11-02"],
    ["2026-03-08T08:00:00Z", "2026-03-08"],
    ["2026-03-09T06:59:59Z", "2026-03-08"],
    ["2026-03-09T07:00:00Z", "2026-03-09"],
  ])("at %s lies in %s in Los Angeles", (instant, day) => {
    expect(facts({ activity_date: at(instant) })[0]?.day).toBe(day);
  });
});
