import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ADMIN, REPS } from "../../../src/demo/sample/team";
import { describeInBrowser } from "../../support/env/browser";
import { seriousFaults } from "../../support/harness/demo/accessibility";
import { DESKTOP, PHONE, pageHarness } from "../../support/harness/demo/page";
import { adminHome, home, type } from "../../support/harness/demo/page-actions";

const SCREENS = join(__dirname, "../../../build/screens");
const MAYA = REPS.maya.slack;
/** The tab of the team, where one is and where one is not. */
const TEAM = /^Team(: you are here)?$/;

describeInBrowser("a manager who is demoted in App Home", () => {
  const harness = pageHarness();
  const picture = (name: string) => join(SCREENS, `roles-${name}.png`);

  it("loses the team's page at once, and may set no goal any more", async () => {
    mkdirSync(SCREENS, { recursive: true });
    const admin = await harness.open({ width: DESKTOP, user: ADMIN.slack });
    await type(admin, "/sync");
    await admin
      .getByText(/Synced, \d things wait/)
      .first()
      .waitFor();
    const maya = await harness.open({ width: PHONE, user: MAYA, at: "home" });
    await home(maya);
    await maya.getByRole("button", { name: TEAM }).waitFor();
    await maya.screenshot({ path: picture("manager-390") });
    const alex = await harness.open({ width: DESKTOP, user: ADMIN.slack, at: "home" });
    await home(alex);
    await alex.getByRole("button", { name: "Roles" }).click();
    await alex.getByText("given by Alex Kim").first().waitFor();
    await alex.screenshot({ path: picture("admin-1280") });
    await alex.getByRole("button", { name: "Give a role" }).click();
    await alex.getByRole("dialog").waitFor();
    await alex.screenshot({ path: picture("form-1280") });
    await alex.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
    await adminHome(alex);
    await alex.getByRole("main").getByRole("button", { name: "People", exact: true }).click();
    await alex.getByRole("button", { name: "Edit a person" }).click();
    const person = alex.getByRole("dialog", { name: "Edit a person" });
    await person.getByLabel("Person").selectOption({ label: "Maya Brooks" });
    await person.getByRole("button", { name: "Next" }).click();
    await person.getByText("Own working week").waitFor();
    expect(await seriousFaults(alex)).toEqual([]);
    await person.getByRole("button", { name: "Cancel" }).click();
    await adminHome(alex);
    await alex.getByRole("main").getByRole("button", { name: "Roles", exact: true }).click();

    await alex.getByRole("button", { name: "Remove the role of Maya Brooks" }).click();

    await alex.getByRole("button", { name: "Remove the role of Maya Brooks" }).waitFor({ state: "detached" });
    await maya.getByRole("button", { name: TEAM }).waitFor({ state: "detached" });
    await maya.screenshot({ path: picture("demoted-390") });
    const messages = await harness.open({ width: DESKTOP, user: MAYA });
    await type(messages, "/goals set");
    await messages.getByText("Only a rep's own managers and admins can change their goals").first().waitFor();
    await messages.screenshot({ path: picture("demoted-1280") });
    expect(harness.troubles()).toEqual([]);
  });
});
