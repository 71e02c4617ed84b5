import { ADMIN } from "../../../src/demo/sample/team";
import { eventually } from "../../support/wait";
import { type StageRig, stageRig } from "./rig";

describe("an export of Fishbowl's", () => {
  let rig: StageRig;
  beforeAll(async () => {
    rig = await stageRig();
  });
  afterAll(() => rig.close());

  it("is dropped by the admin, whoever presses, and previewed in their DM", async () => {
    const { slack } = rig.demo.farEnds;
    await rig.sync(ADMIN.slack);

    const said = await rig.stage.act("event.import", "U0ANA00001");

    const preview = await eventually(() =>
      slack.messages(slack.dm(ADMIN.slack)).find(({ text }) => text.startsWith("fishbowl-orders.csv: 3 new orders")),
    );
    expect(preview.text).toMatch(/2 changed .*Apply\?$/);
    expect(said).toContain("Alex Kim has dropped fishbowl-orders.csv");
  });
});
