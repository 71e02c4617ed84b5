import { REPS } from "../../src/demo/sample/team";
import { NAVIGATION_ACTIONS } from "../../src/slack/home/views/layout";
import { nativeExport } from "../support/builders/orders";
import { ALEX, type ImportsHarness, importsHarness } from "../support/harness/imports";
import { pressable } from "../support/harness/slack-blocks";
import { eventually } from "../support/wait";

const [MAYA, BEN] = [REPS.maya.slack, REPS.ben.slack];
/** A rep, a contact and a customer may be called anything. */
const NAME = "<!channel> *x* <http://evil|click>";
const FORMULA = '=HYPERLINK("http://evil","<!here>")';
const MENTION = "<@U0ALEX0006|boss> @everyone";
const SHOWN = "&lt;!channel&gt; ∗x∗ &lt;http://evil|click&gt;";

/** All texts that Slack reads as mrkdwn, in the order they stand; plain ones ping and link nothing. */
function mrkdwnIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const kind: unknown = Reflect.get(value, "type");
  if (["plain_text", "raw_text", "text"].includes(String(kind))) return [];
  return Object.entries(value).flatMap(([key, of]) => (key === "text" && typeof of === "string" ? [of] : mrkdwnIn(of)));
}

describe("case 46: people, contacts, customers and salesmen whose names are pings, links and formulas", () => {
  let harness: ImportsHarness;
  beforeAll(async () => {
    harness = await importsHarness();
    const { slack, justcall } = harness.demo.fakes;
    const ben = slack.members().find(({ id }) => id === BEN);
    if (ben === undefined) throw new Error("Ben is a member");
    slack.putMember({ ...ben, name: NAME });
    for (const { id } of justcall.account.calls.all())
      justcall.account.calls.change(id, { contactName: id % 2 === 0 ? NAME : FORMULA });
    const sold = { salesman: REPS.ben.salesman };
    await harness.db.collection("fishbowl_sales_orders").updateMany(sold, { $set: { salesman: MENTION } });
  });
  afterAll(() => harness.close());

  const command = async (user: string, name: string, text: string) => {
    await harness.slack.command({ user, command: name, text });
    await harness.demo.idle();
  };
  /** What Slack was given to show, of each surface. */
  const surfaces = async () => {
    const tabs: unknown[] = [];
    for (const user of [ALEX, MAYA, BEN]) {
      await harness.slack.openHome(user);
      await harness.demo.idle();
      const shown = () => JSON.parse(JSON.stringify(harness.slack.home(user)?.blocks ?? []));
      const go = async (actionId: string) => {
        await harness.slack.action({ user, from: { home: user }, actionId });
        await harness.demo.idle();
        tabs.push(shown());
      };
      tabs.push(shown());
      const start = pressable(shown()).includes("team_person") ? "home_team" : "home_me";
      for (const actionId of pressable(shown()).filter((id) => NAVIGATION_ACTIONS.includes(id))) {
        // From one's history and settings, and from an admin's pages, there is no way but back.
        const back = pressable(shown()).includes("home_admin") ? "home_admin" : start;
        if (!pressable(shown()).includes(actionId)) await go(back);
        await go(actionId);
      }
    }
    return {
      tabs: mrkdwnIn(tabs),
      messages: mrkdwnIn(harness.slack.allMessages().map(({ text, blocks }) => ({ text, blocks }))),
      answers: mrkdwnIn(harness.slack.responses.map(({ body }) => body)),
    };
  };

  it("are shown as they are on every surface, and ping and link nothing", async () => {
    const refused = await harness.drop(nativeExport({ number: "SO-9000", customer: FORMULA }));
    await harness.drop(nativeExport({ number: "SO-9001", customer: NAME }));
    await harness.apply();
    for (const user of [ALEX, BEN]) await command(user, "/sync", "");
    await eventually(
      async () => (await harness.db.collection("sync_runs").countDocuments({ status: "running" })) === 0,
    );
    for (const text of ["", "why calls", "why sales", "team", "board", "log"]) await command(BEN, "/goals", text);
    const asked = ["team", "board", `<@${BEN}>`, `why calls <@${BEN}>`, `set <@${BEN}> 5 calls daily`, "log", "digest"];
    for (const text of asked) await command(MAYA, "/goals", text);
    await harness.demo.controls.run("clock.tomorrow", ALEX);
    await harness.demo.idle();

    const shown = await surfaces();

    for (const texts of Object.values(shown)) {
      const live = texts.filter((text) => /<!(?:channel|here|everyone)|<https?:\/\/evil|\|boss>/.test(text));
      expect(live).toEqual([]);
      expect(texts.some((text) => text.includes(SHOWN))).toBe(true);
    }
    expect(refused.join("\n")).toContain('the cell "=HYPERLINK(');
    expect(shown.messages.some((text) => text.includes("&lt;@U0ALEX0006|boss&gt; @everyone"))).toBe(true);
  });
});
