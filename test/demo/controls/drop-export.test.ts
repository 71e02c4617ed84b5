import { ADMIN } from "../../../src/demo/sample/team";
import { eventually } from "../../support/wait";
import { type ControlsRig, controlsRig } from "./rig";

describe("an export of Fishbowl's", () => {
  let rig: ControlsRig;
  beforeAll(async () => {
    rig = await controlsRig();
  });
  afterAll(() => rig.close());

  it("is dropped by the admin, whoever presses, and previewed in their DM", async () => {
    const { slack } = rig.demo.fakes;
    await rig.sync(ADMIN.slack);

    const said = await rig.controls.run("event.import", "U0ANA00001");

    const preview = await eventually(() =>
      slack.messages(slack.dm(ADMIN.slack)).find(({ text }) => text.startsWith("fishbowl-orders.csv: 3 new orders")),
    );
    expect(preview.text).toMatch(/2 changed .*Apply\?$/);
    expect(said).toContain("Alex Kim has dropped fishbowl-orders.csv");
  });
});
