import { anOverview, CALLS } from "../../support/builders/overviews";
import { aPerson } from "../../support/builders/people";
import { type SlackHarness, slackHarness } from "../../support/harness/slack";
import { eventually } from "../../support/wait";

const WEEK = { from: "2026-10-26", to: "2026-11-01" };
const OCTOBER = { from: "2026-10-01", to: "2026-10-31" };

describe("/goals why", () => {
  let harness: SlackHarness;
  beforeEach(async () => {
    harness = await slackHarness();
  });
  afterEach(() => harness.close());

  const answers = (user: string, count = 1) =>
    eventually(() => harness.shown(user).length >= count && harness.shown(user).map(({ text }) => text));

  it("shows the records of the only goal's period, for one's own eyes", async () => {
    const { body } = await harness.command("U0ANA", "/goals", "why calls");

    expect(await answers("U0ANA")).toEqual([
      expect.stringMatching(/^2 calls so far, Mon, Oct 26 – Sun, Nov 1\. 2 records count/),
    ]);
    expect(body).toBe("");
    expect(harness.dm("U0ANA")).toEqual([]);
    expect(harness.why.asks).toEqual([{ userId: "U0ANA", type: "phone_call_quantity", range: WEEK, page: 0 }]);
    expect(harness.log.at("warn", "error")).toEqual([]);
  });

  it("draws the days beside the records, which it also says in words, and lists them alone where Slack draws nothing", async () => {
    await harness.command("U0ANA", "/goals", "why calls");
    await answers("U0ANA");
    const kinds = () => (harness.shown("U0ANA").at(-1)?.blocks ?? []).map(({ type }) => type);

    expect(kinds().slice(-5)).toEqual(["data_visualization", "section", "section", "context", "actions"]);
    harness.slack.withoutBlocks("data_visualization");
    await harness.command("U0ANA", "/goals", "why calls");
    await answers("U0ANA", 2);
    expect(kinds()).not.toContain("data_visualization");
  });

  it.each([
    ["no goal", []],
    ["two goals", [CALLS, { ...CALLS, goalId: "g9", period: "daily" as const }]],
  ])("shows this month's with %s in the metric", async (_case, goals) => {
    harness.overviews.set("U0ANA", anOverview({ goals }));

    await harness.command("U0ANA", "/goals", "why calls");

    await answers("U0ANA");
    expect(harness.why.asks.map(({ range }) => range)).toEqual([OCTOBER]);
  });

  it.each([
    // The team is in New York, where it is 19:00 on Wed, Oct 28, then 01:00 on Thu, Oct 29.
    ["Asia/Kolkata", "2026-10-28T23:00:00Z", "today", "2026-10-29"],
    ["Asia/Kolkata", "2026-10-28T23:00:00Z", "yesterday", "2026-10-28"],
    ["America/New_York", "2026-10-28T23:00:00Z", "today", "2026-10-28"],
    ["Pacific/Honolulu", "2026-10-29T05:00:00Z", "today", "2026-10-28"],
    ["Pacific/Honolulu", "2026-10-29T05:00:00Z", "yesterday", "2026-10-27"],
    [null, "2026-10-29T05:00:00Z", "today", "2026-10-29"],
  ])("means by days of a rep in %s at %s, %s, the date on their clock: %s", async (tz, now, word, date) => {
    await harness.close();
    const people = { ...harness.deps.people, one: async (userId: string) => aPerson(userId, { tz }) };
    harness = await slackHarness({ deps: { people, now: () => new Date(now) } });

    await harness.command("U0ANA", "/goals", `why calls ${word}`);

    await answers("U0ANA");
    expect(harness.why.asks.map(({ range }) => range)).toEqual([{ from: date, to: date }]);
  });

  it("shows the days that are named", async () => {
    await harness.command("U0ANA", "/goals", "why my “emails” yesterday?");

    await answers("U0ANA");
    const range = { from: "2026-10-27", to: "2026-10-27" };
    expect(harness.why.asks).toEqual([{ userId: "U0ANA", type: "email_quantity", range, page: 0 }]);
  });

  it.each([
    ["why calls <@U0BEN|ben>", "U0BEN"],
    ["why calls nobody", null],
  ])("shows a manager what they ask for with %j", async (text, userId) => {
    await harness.command("U0MAX", "/goals", text);

    await answers("U0MAX");
    expect(harness.why.asks).toEqual([{ userId, type: "phone_call_quantity", range: OCTOBER, page: 0 }]);
  });

  it.each(["why calls <@U0BEN|ben>", "why calls nobody"])("refuses a rep in friendly words: %j", async (text) => {
    await harness.command("U0ANA", "/goals", text);

    expect(await answers("U0ANA")).toEqual([
      "Only their managers and admins can see other people's records. Yours: `/goals why calls`.",
    ]);
    expect(harness.why.asks).toEqual([]);
  });

  it.each([
    ["U0NEW", "why calls", /^We haven't met yet/],
    ["U0GUEST", "why calls", /^Guests can't use Paceline/],
    ["U0MAX", "why calls <@U0NEW|new>", /^This person hasn't been synced yet/],
  ])("tells %s who asks %j how they stand", async (user, text, words) => {
    await harness.command(user, "/goals", text);

    expect(await answers(user)).toEqual([expect.stringMatching(words)]);
    expect(harness.why.asks).toEqual([]);
  });

  it("answers words that it does not know in one line, for one's own eyes", async () => {
    await harness.command("U0ANA", "/goals", "why <!here> today");

    expect(await answers("U0ANA")).toEqual(["I don't know “&lt;!here&gt; today”. More: `/goals help why`."]);
  });

  it("says sorry with a reference when the records cannot be read", async () => {
    harness.why.breakIt(new Error("the database is gone"));

    await harness.command("U0ANA", "/goals", "why calls");

    expect(await answers("U0ANA")).toEqual([expect.stringMatching(/reference: ref-1$/)]);
    expect(harness.log.at("error").map(({ fields }) => fields)).toMatchObject([
      { doing: "/goals why", userId: "U0ANA" },
    ]);
  });
});

describe("the pages of /goals why", () => {
  let harness: SlackHarness;
  beforeEach(async () => {
    harness = await slackHarness();
  });
  afterEach(() => harness.close());

  /** The one answer that somebody sees. */
  async function answer(user: string) {
    const [message] = await eventually(() => harness.shown(user).length > 0 && harness.shown(user));
    if (message === undefined) throw new Error("There is no answer");
    return message;
  }
  async function press(user: string, actionId: string) {
    const { channel, ts: messageTs } = await answer(user);
    return harness.slack.action({ user, from: { channel, messageTs }, actionId });
  }
  const page = (user: string, words: string) =>
    eventually(() => JSON.stringify(harness.shown(user)[0]?.blocks).replaceAll("\u00a0", " ").includes(words));

  it("take each other's place in the same message", async () => {
    await harness.command("U0ANA", "/goals", "why calls");
    await press("U0ANA", "why_next");
    await page("U0ANA", "on-page-1");
    await press("U0ANA", "why_next");
    await page("U0ANA", "on-page-2");
    await press("U0ANA", "why_previous");
    await page("U0ANA", "Records*, page 2 of 3");

    expect(harness.why.asks.map(({ page: number, userId }) => [number, userId])).toEqual([
      [0, "U0ANA"],
      [1, "U0ANA"],
      [2, "U0ANA"],
      [1, "U0ANA"],
    ]);
    expect(harness.shown("U0ANA")).toHaveLength(1);
    expect(harness.log.at("warn", "error")).toEqual([]);
  });

  it("lead to what is left out at once", async () => {
    await harness.command("U0ANA", "/goals", "why calls");
    await press("U0ANA", "why_left_out");

    await page("U0ANA", "on-page-2");
  });

  it("are refused to somebody who is no manager any more", async () => {
    await harness.command("U0MAX", "/goals", "why calls <@U0BEN|ben>");
    await answer("U0MAX");
    harness.roles.set("U0MAX", "rep");

    await press("U0MAX", "why_next");

    await eventually(() =>
      harness.shown("U0MAX")[0]?.text.startsWith("Only their managers and admins can see other people's records"),
    );
    expect(harness.why.asks).toHaveLength(1);
  });
});
