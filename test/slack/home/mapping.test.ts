import { bySource } from "../../../src/metrics/sources";
import { madeMappings } from "../../../src/slack/home/mapping";
import { aPerson } from "../../support/builders/people";

const NOBODY = bySource(() => null);

describe("mappings made by hand", () => {
  const ana = { ...aPerson("UANA", { name: "Ana" }), copperUserId: 900207 };

  it("have the name that Copper calls somebody by, as the newest run that could not match them told it", () => {
    const listedAs = (name: string) => ({ ...NOBODY, copper: [{ name, email: null, owner: "900207" }] });
    const runs = [NOBODY, listedAs("Trade Show 2026"), listedAs("Trade Show")];

    expect(madeMappings({ people: [ana], salesmen: [], runs })).toEqual([
      { source: "copper", owner: "900207", name: "Trade Show 2026", userId: "UANA", person: "Ana" },
    ]);
  });

  it("have the id alone where no run knows it any more, and stand in the order of what is shown", () => {
    const salesmen = [
      { _id: "C. Day", userId: "UANA" },
      { _id: "B. Lee", userId: "UGONE" },
    ];

    expect(madeMappings({ people: [ana], salesmen, runs: [] })).toEqual([
      { source: "copper", owner: "900207", name: null, userId: "UANA", person: "Ana" },
      { source: "fishbowl", owner: "B. Lee", name: null, userId: "UGONE", person: "UGONE" },
      { source: "fishbowl", owner: "C. Day", name: null, userId: "UANA", person: "Ana" },
    ]);
  });
});
