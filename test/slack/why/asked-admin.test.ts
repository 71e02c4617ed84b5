import { whyMessage } from "../../../src/slack/why/view";
import { aPerson } from "../../support/builders/people";
import { aWhy } from "../../support/builders/whys";
import { unusedDeps } from "../../support/fakes/unused-deps";
import { slackHarness } from "../../support/harness/slack";
import { READING } from "../../support/harness/why";
import { eventually } from "../../support/wait";

const ADMIN = { tz: null, active: true, role: "admin" } as const;

describe("whoever misses a record", () => {
  it("is told whom to ask, where that is known", () => {
    const shows = (admin: string | null) => JSON.stringify(whyMessage(aWhy(), { ...READING, admin }).blocks);

    expect(shows("U0NEW")).toContain("Something missing? Ask <@U0NEW>.");
    expect(shows(null)).toContain("Something missing? Ask an admin.");
  });

  it("may ask an admin by Slack who is active, and never themselves", async () => {
    const people = [
      aPerson("U0OLD", { active: false, found: { ...ADMIN, active: false } }),
      aPerson("U0MAX", { role: "admin", found: { ...ADMIN, role: "rep" } }),
      aPerson("U0NEW", { role: "admin", found: ADMIN }),
      aPerson("U0ANA"),
    ];
    const all = async () => people;
    const one = async (userId: string) => people.find(({ _id }) => _id === userId) ?? null;
    const harness = await slackHarness({ deps: { people: { ...unusedDeps().people, all, one } } });
    const asks = async (user: string) => {
      await harness.command(user, "/goals", "why calls");
      return /Something missing\? Ask ([^.]+)\./.exec(
        JSON.stringify(await eventually(() => harness.shown(user).at(-1)?.blocks)),
      )?.[1];
    };

    expect([await asks("U0ANA"), await asks("U0NEW")]).toEqual(["<@U0NEW>", "an admin"]);
    await harness.close();
  });
});
