import { type Fact, factId } from "../../src/metrics/fact";
import { factChanges } from "../../src/metrics/fact-changes";
import { NO_OWNER } from "../../src/metrics/lost-owners";
import { aFact, leftOut, stored } from "../support/builders/facts";

const ANA = "ana@acme.example";
const nameless = (fact: Fact, why: string = NO_OWNER.agent): Fact => leftOut({ ...fact, owner: "" }, why);
const talk = (recordId: string): Fact => aFact(recordId, { type: "talk_time_minutes", amount: 60 });

describe("a record that no longer names its owner", () => {
  it.each([
    ["call's agent", aFact("1"), NO_OWNER.agent],
    ["Copper call's user", aFact("1", { source: "copper", owner: "7" }), NO_OWNER.user],
    [
      "opportunity's assignee",
      aFact("1-2-3", { source: "copper", type: "lead_progression_a", owner: "7" }),
      NO_OWNER.assignee,
    ],
    ["email's sender", aFact("m", { source: "copper", type: "email_quantity" }), NO_OWNER.sender],
  ])("stays with the last one known and goes on counting, were it a %s", (_, fact, why) => {
    const [write] = factChanges([stored(fact)], [nameless(fact, why)]).write;

    expect(write).toEqual({ ...fact, ownerLost: true });
  });

  it("is written once: read the same again, it has not changed", () => {
    const kept = stored({ ...aFact("1"), ownerLost: true });

    expect(factChanges([kept], [nameless(aFact("1"))]).write).toEqual([]);
  });

  it("has its owner's name again when the source gives it, whoever that is", () => {
    const now = aFact("1", { owner: "ben@acme.example" });

    expect(factChanges([stored({ ...aFact("1"), ownerLost: true })], [now]).write).toEqual([now]);
  });

  it("gives the owner to all that it is worth now, were only its other fact kept", () => {
    const { write } = factChanges([stored(aFact("1"))], [nameless(aFact("1")), nameless(talk("1"))]);

    expect(write.map((fact) => [factId(fact), fact.owner, fact.counts])).toEqual([
      ["justcall:1:phone_call_quantity", ANA, true],
      ["justcall:1:talk_time_minutes", ANA, true],
    ]);
  });

  it("does not count while something else speaks against it", () => {
    const [write] = factChanges([stored(aFact("1"))], [nameless(aFact("1"), "call is still in progress")]).write;

    expect(write).toMatchObject({ owner: ANA, counts: false, why: "call is still in progress" });
  });

  it("counts for nobody when it never named one", () => {
    const fact = nameless(aFact("1"));

    expect(factChanges([], [fact]).write).toEqual([fact]);
  });

  it("is an order corrected by hand, where it is an order", () => {
    const order = aFact("1", { source: "fishbowl", type: "new_sales_wholesale", owner: "A. Diaz" });
    const now = nameless(order, "order has no salesman");

    expect(factChanges([stored(order)], [now]).write).toEqual([now]);
  });
});
