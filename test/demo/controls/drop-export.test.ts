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
      slack.messages(slack.dm(ADMIN.slack)).find(({ text }) => text.startsWith("fishbowl-orders.csv: 3 new orders")),
    );
    expect(preview.text).toMatch(/2 changed .*Apply\?$/);
    expect(said).toContain("Alex Kim has dropped fishbowl-orders.csv");
  });
});
