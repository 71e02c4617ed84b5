import { identityOf } from "../../src/erasure/identity";
import { aPerson } from "../support/builders/people";

const WHO = { salesmen: [], seal: (address: string) => `sealed ${address}` };

describe("all by which somebody is known", () => {
  it("has each of their accounts at Copper and JustCall, but none that is another's by now", () => {
    const found = { tz: "UTC", active: true, role: "rep" } as const;
    const ben = aPerson("U0BEN", {
      copperUserId: 7,
      found: {
        ...found,
        ...{ copperUserId: 7, otherCopperUserIds: [8, 9] },
        ...{ justcallAgentId: "31", otherJustcallAgentIds: ["32"] },
      },
    });
    const ana = aPerson("U0ANA", { copperUserId: 9, found: { ...found, copperUserId: 9 } });

    expect(identityOf(ben, { people: [ben, ana], ...WHO }).accounts).toEqual([
      { source: "copper", id: "7" },
      { source: "copper", id: "8" },
      { source: "justcall", id: "31" },
      { source: "justcall", id: "32" },
    ]);
  });
});
