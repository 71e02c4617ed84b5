import { aReport, aResult } from "../../support/builders/reports";
import { type SlackHarness, slackHarness } from "../../support/harness/slack";
import { eventually } from "../../support/wait";

describe("a report of a source that can't be read", () => {
  let harness: SlackHarness;
  let claims: (readonly unknown[])[];
  let alertsWork: boolean;
  beforeEach(async () => {
    claims = [];
    alertsWork = true;
    harness = await slackHarness({
      deps: {
        reportSources: async (reader, sources) => {
          if (!alertsWork) throw new Error("the database is gone");
          claims.push([reader, sources, shown(reader)]);
          return async (arrived) => void claims.push([reader, arrived, shown(reader)]);
        },
      },
    });
  });
  afterEach(() => harness.close());
  const shown = (reader: string) =>
    harness.dm(reader)[0]?.text.includes("JustCall could not be read") ? "report" : "none";
  const sync = async (user: string, role: "admin" | "rep") => {
    harness.roles.set(user, role);
    await harness.command(user, "/sync", "");
    const errors = [{ source: "justcall", kind: "unreachable", message: "JustCall is down (503)" }] as const;
    const fishbowl = aResult({ success: false, off: true });
    const run = await eventually(() => harness.sync.runs.at(-1));
    run.end(aReport({ justcall: aResult({ success: false }), fishbowl, errors }));
    await harness.app.idle();
  };

  it("claims its alert, and none of what is off, before an admin gets it, and says that it arrived; a rep's claims none", async () => {
    await sync("U0ANA", "admin");
    const byAdmin = claims.splice(0);
    await sync("U0BEN", "rep");

    expect(byAdmin).toEqual([
      ["U0ANA", ["justcall"], "none"],
      ["U0ANA", true, "report"],
    ]);
    expect(claims).toEqual([]);
  });

  it("arrives where its alert can't be claimed", async () => {
    alertsWork = false;
    await sync("U0ANA", "admin");

    expect(shown("U0ANA")).toBe("report");
  });
});
