import { findings } from "../../src/doctor/findings";
import { aCheck, anExamination, aSource, NOW } from "../support/builders/examinations";

const HOUR_MS = 3_600_000;

describe("the doctor, on Fishbowl", () => {
  const found = (more: Parameters<typeof aSource>[1]) =>
    findings(anExamination({ sources: [aSource("copper"), aSource("justcall"), aSource("fishbowl", more)] })).filter(
      ({ id }) => id.startsWith("fishbowl-") && id !== "fishbowl-salesmen",
    );
  const asOf = (hours: number) => new Date(NOW.getTime() - hours * HOUR_MS);

  it("says where orders come from that files bring, and never that a server was synced with", () => {
    const read = found({ freshness: { source: "fishbowl", asOf: asOf(1), state: "fresh" } });

    expect(read).toEqual([
      {
        id: "fishbowl-read",
        state: "ok",
        says: "Fishbowl's orders come from files, as no server is connected; they're as of Oct 28, 2026, 1:05 PM PDT.",
      },
    ]);
  });

  it("asks for newer files where they are old, since no sync would bring anything", () => {
    const [old, ...others] = found({ freshness: { source: "fishbowl", asOf: asOf(50), state: "fresh" } });

    expect(old).toMatchObject({ id: "fishbowl-old", state: "warning", todo: expect.stringMatching(/^Import newer/) });
    expect(others).toEqual([]);
  });

  it("says of a server, too, when it was synced last", () => {
    const server = found({ check: aCheck() });

    expect(server.map(({ id }) => id)).toEqual(expect.arrayContaining(["fishbowl-read", "fishbowl-coverage"]));
    expect(server.find(({ id }) => id === "fishbowl-read")?.says).toMatch(/^Fishbowl was last fully synced /);
  });
});
