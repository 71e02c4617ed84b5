import { REPS } from "../../../src/demo/sample/team";
import { type ControlsHarness, controlsHarness } from "../../support/harness/demo/controls";
import { eventually } from "../../support/wait";

const ANA = REPS.ana.slack;

describe("a world that stands still while the clock is moved", () => {
  let harness: ControlsHarness;
  beforeAll(async () => {
    harness = await controlsHarness({ still: true });
  });
  afterAll(() => harness.close());

  it("moved on while a source was never read, has nobody behind on what nobody knows", async () => {
    const { slack } = harness.fakes;
    // Words that stay together on a line have a space of their own.
    const home = () => JSON.stringify(slack.home(ANA)?.blocks ?? null).replaceAll("\u00a0", " ");
    await harness.controls.run("clock.monday", ANA);
    await harness.controls.run("clock.monday", ANA);
    const justcall = { _id: "source:justcall" as never };
    await harness.database.db
      .collection("settings")
      .updateOne(justcall, { $unset: { asOf: "", asOfDay: "", from: "" } });
    await slack.openHome(ANA);

    await eventually(() => home().includes("Mon, Nov 9"));
    await eventually(() => home().includes("❔ Month: *? of 110*, not synced yet"));
    expect(home()).toMatch(/🔴 Month: \*0 of 60\*, behind by/);
  });
});
