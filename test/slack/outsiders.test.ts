import { guestPage } from "../../src/slack/home/views/guest-page";
import { outsiderMessage } from "../../src/slack/middleware/access";
import { aPerson } from "../support/builders/people";
import { unusedDeps } from "../support/fakes/unused-deps";
import { pressable } from "../support/harness/slack-blocks";

const knowing = (all: ReturnType<typeof unusedDeps>["people"]["all"]) => ({
  deps: { people: { ...unusedDeps().people, all } },
  workspace: () => "T0ACME",
});
const bySlack = (id: string, active = true) => {
  return aPerson(id, { active, found: { tz: "America/New_York", active, role: "admin" } });
};

describe("whoever has no right here", () => {
  it("is told whom to ask: two who are admins by Slack, as nobody else can make full members", async () => {
    const byHand = aPerson("U0BEN", { role: "admin" });
    const all = [bySlack("U0GONE", false), byHand, bySlack("U0ALEX"), bySlack("U0MAX"), bySlack("U0ZOE")];

    expect((await outsiderMessage(knowing(async () => all))).text).toMatch(
      /^Guests can't use Paceline\. .*, ask <@U0ALEX> or <@U0MAX> about access\.$/,
    );
  });

  it("has in an answer the same as in Home, with a button to the first of these", async () => {
    const { blocks } = await outsiderMessage(knowing(async () => [bySlack("U0ALEX"), bySlack("U0MAX")]));

    expect(pressable(blocks)).toEqual(["message_person"]);
    expect(blocks).toEqual(
      guestPage(
        [bySlack("U0ALEX"), bySlack("U0MAX")].map(({ _id, name }) => ({ userId: _id, name })),
        "T0ACME",
      ).blocks,
    );
  });

  it("has a button in Home to a message to the first of these, where the workspace is known", () => {
    const admins = ["U0ALEX", "U0MAX"].map((userId) => ({ userId, name: `${userId.slice(2)} <b>` }));
    const link = "slack://user?team=T0ACME&id=U0ALEX";

    expect(guestPage(admins, "T0ACME").blocks.slice(2, 3)).toMatchObject([
      { elements: [{ text: { text: "Message ALEX <b>" }, url: link, accessibility_label: "Message ALEX <b>" }] },
    ]);
    expect(guestPage(admins, null).blocks).toHaveLength(3);
    expect(guestPage([], "T0ACME").blocks).toHaveLength(3);
  });

  it("is told so without a name where there is none, or none can be read", async () => {
    const gone = () => Promise.reject(new Error("the database is gone"));

    for (const all of [async () => [], gone])
      expect((await outsiderMessage(knowing(all))).text).toMatch(/ask a workspace admin about access\.$/);
  });
});
