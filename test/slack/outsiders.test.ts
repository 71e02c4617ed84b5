import { outsiderMessage } from "../../src/slack/middleware/access";
import { aPerson } from "../support/builders/people";
import { unusedDeps } from "../support/fakes/unused-deps";

const knowing = (all: ReturnType<typeof unusedDeps>["people"]["all"]) => ({ people: { ...unusedDeps().people, all } });
const bySlack = (id: string, active = true) => {
  return aPerson(id, { active, found: { tz: "America/New_York", active, role: "admin" } });
};

describe("whoever has no right here", () => {
  it("is told whom to ask: two who are admins by Slack, as nobody else can make full members", async () => {
    const byHand = aPerson("U0BEN", { role: "admin" });
    const all = [bySlack("U0GONE", false), byHand, bySlack("U0ALEX"), bySlack("U0MAX"), bySlack("U0ZOE")];

    expect((await outsiderMessage(knowing(async () => all))).text).toMatch(
      /\n\*To use it\*, ask <@U0ALEX> or <@U0MAX> to make you a full member\.$/,
    );
  });

  it("is told so without a name where there is none, or none can be read", async () => {
    const gone = () => Promise.reject(new Error("the database is gone"));

    for (const all of [async () => [], gone])
      expect((await outsiderMessage(knowing(all))).text).toMatch(/ask a workspace admin to make you a full member\.$/);
  });
});
