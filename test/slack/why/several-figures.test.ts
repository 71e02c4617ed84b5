import type { Button, KnownBlock, StaticSelect } from "@slack/types";
import type { MetricType } from "../../../src/metrics/metrics";
import { metricOf } from "../../../src/metrics/metrics";
import { button } from "../../../src/slack/ui/blocks";
import { WHY_GOAL, whyButtonOf } from "../../../src/slack/why/button-view";
import { encodeTeamSubject } from "../../../src/slack/why/payload";
import { type Day, day } from "../../../src/time/day";
import { type SlackHarness, slackHarness } from "../../support/harness/slack";
import { lines } from "../../support/harness/slack-blocks";
import { eventually } from "../../support/wait";

const figure = (type: MetricType, [from, to]: readonly [Day, Day]) => ({ type, title: metricOf(type).title, from, to });
const WEEK = [day("2026-10-26"), day("2026-11-01")] as const;
const MONTH = [day("2026-10-01"), day("2026-10-31")] as const;
const DAY = [day("2026-10-28"), day("2026-10-28")] as const;
const FIGURES = [
  figure("phone_call_quantity", WEEK),
  figure("email_quantity", MONTH),
  figure("email_quantity", DAY),
] as const;

describe("one Why? for several figures", () => {
  let harness: SlackHarness;
  beforeEach(async () => {
    harness = await slackHarness();
  });
  afterEach(() => harness.close());

  const modal = (user = "U0ANA") => harness.slack.modals(user).at(-1);
  const blocks = (user?: string): readonly KnownBlock[] => JSON.parse(JSON.stringify(modal(user)?.blocks ?? []));
  const says = (words: string, user?: string) =>
    eventually(() => lines(blocks(user)).some((line) => line.includes(words)));

  /** Presses a button that was posted to somebody. */
  async function press(shown: Button, user = "U0ANA") {
    const { client } = harness.app;
    const { channel } = await client.conversations.open({ users: user });
    const elements = [shown];
    const sent = { channel: channel?.id ?? "", text: "Digest", blocks: [{ type: "actions" as const, elements }] };
    const posted = await client.chat.postMessage(sent);
    const from = { messageTs: posted.ts ?? "", channel: sent.channel };
    await harness.slack.action({ user, from, actionId: shown.action_id ?? "" });
  }

  const open = async (figures: Parameters<typeof whyButtonOf>[0] = FIGURES, whose = "me", user = "U0ANA") => {
    for (const shown of whyButtonOf(figures, whose)) await press(shown, user);
  };

  const inModal = (actionId: string, value?: string, user = "U0ANA") =>
    harness.slack.action({
      ...{ user, from: { viewId: modal(user)?.id ?? "" }, actionId },
      ...(value !== undefined && { value }),
    });

  function menu(user?: string): StaticSelect | undefined {
    const [first] = blocks(user);
    const [element] = first?.type === "actions" ? first.elements : [];
    return element?.type === "static_select" ? element : undefined;
  }
  const options = (user?: string) => (menu(user)?.options ?? []).map(({ text }) => text.text);
  const chosen = (user?: string) => menu(user)?.initial_option?.text.text;
  const valueBeside = (label: string, user?: string) =>
    menu(user)?.options?.find(({ text }) => text.text === label)?.value ?? "";
  const asked = () => harness.why.asks.map(({ type, range, page }) => [type, range.from, range.to, page]);

  it("opens with the first, and its menu has all, each under its metric and days", async () => {
    await open();
    await says("on-page-0");

    expect(asked()).toEqual([["phone_call_quantity", ...WEEK, 0]]);
    expect(options()).toEqual(["Calls, Oct 26 – Nov 1", "Emails, October", "Emails, Wed, Oct 28"]);
    expect(chosen()).toBe("Calls, Oct 26 – Nov 1");
  });

  it("shows another one in place, with the menu at it, and back", async () => {
    await open();
    await says("on-page-0");

    await inModal("why_figure", valueBeside("Emails, October"));
    await eventually(() => chosen() === "Emails, October");
    await inModal("why_figure", valueBeside("Calls, Oct 26 – Nov 1"));
    await eventually(() => chosen() === "Calls, Oct 26 – Nov 1");

    expect(asked()).toEqual([
      ["phone_call_quantity", ...WEEK, 0],
      ["email_quantity", ...MONTH, 0],
      ["phone_call_quantity", ...WEEK, 0],
    ]);
    expect(harness.slack.modals("U0ANA")).toHaveLength(1);
  });

  it("keeps its menu where pages are turned and where one sees what doesn't count", async () => {
    await open();
    await says("on-page-0");

    await inModal("why_next");
    await says("on-page-1");
    expect([options().length, chosen()]).toEqual([3, "Calls, Oct 26 – Nov 1"]);

    await inModal("why_figure", valueBeside("Emails, Wed, Oct 28"));
    await eventually(() => chosen() === "Emails, Wed, Oct 28");
    await inModal("why_left_out");
    await says("on-page-2");
    expect([options().length, chosen()]).toEqual([3, "Emails, Wed, Oct 28"]);
  });

  it("has no menu where all are one question: goals of one metric for the same days", async () => {
    await open([FIGURES[0], FIGURES[0]]);
    await says("on-page-0");

    expect(menu()).toBeUndefined();
  });

  it("asks at each figure whether one may see it", async () => {
    await open(FIGURES, "U0BEN", "U0MAX");
    await says("on-page-0", "U0MAX");
    harness.roles.set("U0MAX", "rep");

    await inModal("why_figure", valueBeside("Emails, October", "U0MAX"), "U0MAX");

    await says("Only their managers and admins can see other people's records", "U0MAX");
    expect(asked()).toEqual([["phone_call_quantity", ...WEEK, 0]]);
    expect(chosen("U0MAX")).toBe("Emails, October");
  });

  it("keeps its menu when records cannot be read, at none of them, so that the same can be chosen again", async () => {
    await open();
    await says("on-page-0");
    harness.why.breakIt(new Error("the database is gone"));

    await inModal("why_figure", valueBeside("Emails, October"));

    await says("reference: ref-1");
    expect([options().length, chosen()]).toEqual([3, undefined]);
  });

  it("says a sum of individual goals where a goal of the team would be called the same", async () => {
    const sums = [
      { ...FIGURES[1], origin: "set", period: "monthly" } as const,
      { ...FIGURES[1], origin: "sum", period: "monthly" } as const,
      { ...FIGURES[0], origin: "sum", period: "weekly" } as const,
    ];

    await open(sums, encodeTeamSubject("west"), "U0ANA");
    await says("Only a team's managers and admins");

    expect(options()).toEqual(["Emails, October", "Emails, October, sum of monthly goals", "Calls, Oct 26 – Nov 1"]);
  });

  it("says sorry, with a reference, to a value that asks nothing", async () => {
    await press(button(WHY_GOAL, "Why?", { value: "phone_call_quantity me 2026-10-26 2026-11-01 0,calls" }));

    await says("reference: ref-1");
    expect(asked()).toEqual([]);
  });

  it("is understood as it stands below messages from before: a button a metric, with one question", async () => {
    const value = "phone_call_quantity me 2026-10-26 2026-11-01 0";
    await press(button("why_phone_call_quantity", "Why? calls", { value }));
    await says("on-page-0");

    expect(asked()).toEqual([["phone_call_quantity", ...WEEK, 0]]);
    expect(menu()).toBeUndefined();
  });
});
