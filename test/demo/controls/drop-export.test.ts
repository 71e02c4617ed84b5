import { ADMIN } from "../../../src/demo/sample/team";
import { type ControlsHarness, controlsHarness } from "../../support/harness/demo/controls";
import { eventually } from "../../support/wait";

describe("an export of Fishbowl's", () => {
  let harness: ControlsHarness;
  beforeAll(async () => {
    harness = await controlsHarness();
  });
  afterAll(() => harness.close());

  it("is dropped by the admin, whoever presses, and previewed in their DM", async () => {
    const { slack } = harness.fakes;
    await harness.sync(ADMIN.slack);

    const said = await harness.controls.run("event.import", "U0ANA00001");

    const preview = await eventually(() =>
      slack.messages(slack.dm(ADMIN.slack)).find(({ text }) => /^fishbowl-orders\.csv: .*Apply\?$/.test(text)),
    );
    expect(preview.text).toContain("Ana Torres gains $4,850 of wholesale");
    expect(said).toContain("Alex Kim has dropped fishbowl-orders.csv");
  });
});
