import { mostCommonZone } from "../../src/people/team-zone-store";
import { aMember } from "../support/builders/people";

describe("the team's zone", () => {
  it("is the one most active full members have, of equally frequent ones the first by name", () => {
    const [la, ny, paris] = ["America/Los_Angeles", "America/New_York", "Europe/Paris"];
    const members = [
      aMember("U01", { tz: ny }),
      aMember("U02", { tz: ny }),
      aMember("U03", { tz: la }),
      aMember("U04", { tz: la }),
      aMember("U05", { tz: null }),
      aMember("B01", { tz: paris, bot: true }),
      aMember("U06", { tz: paris, guest: true }),
      aMember("U07", { tz: paris, deactivated: true }),
    ];

    expect(mostCommonZone(members)).toBe("America/Los_Angeles");
    expect(mostCommonZone([...members, aMember("U08", { tz: ny })])).toBe("America/New_York");
  });

  it("counts the names of one zone, and zones whose clocks show the same, as one", () => {
    const zones = ["Asia/Calcutta", "Asia/Kolkata", "Asia/Kolkata", "Europe/Paris", "Europe/Paris"];
    const members = zones.map((tz, index) => aMember(`U0${index}`, { tz }));

    expect(mostCommonZone(members)).toBe("Asia/Kolkata");
    expect(mostCommonZone([...members, aMember("U09", { tz: "Europe/Madrid" })])).toBe("Asia/Kolkata");
    expect(
      mostCommonZone([...members, aMember("U09", { tz: "Europe/Madrid" }), aMember("U08", { tz: "Europe/Rome" })]),
    ).toBe("Europe/Paris");
  });

  it("is unknown while nobody has one", () => {
    expect(mostCommonZone([aMember("U01", { tz: null })])).toBeNull();
  });
});
