import type { NextDigest } from "../../../src/digests/schedule/digest-schedule";
import { EVERYONE } from "../../../src/people/permissions";
import type { PersonSettings } from "../../../src/people/person-settings";
import type { DigestDeps } from "../../../src/slack/deps";
import { idempotencyStore } from "../../../src/slack/platform/idempotency-store";
import { sectionMessage } from "../../../src/slack/ui/blocks";
import { day } from "../../../src/time/day";
import { aPerson } from "../../support/builders/people";
import { testDatabase } from "../../support/env/database";
import { unusedDeps } from "../../support/fakes/unused-deps";
import { type SlackHarness, slackHarness } from "../../support/harness/slack";
import { eventually } from "../../support/wait";

const MORNING = {
  ...{ day: day("2026-10-29"), dueAt: new Date("2026-10-29T12:00:00Z") },
  cutOffAt: new Date("2026-10-29T16:00:00Z"),
};
const ZONE = { zone: "America/New_York", own: true };

describe("/goals digest", () => {
  const test = testDatabase();
  let harness: SlackHarness;
  let set: PersonSettings[];
  let again: string[];
  let next: NextDigest;
  const asked: string[] = [];
  const digests: DigestDeps = {
    fell: async () => [],
    orders: async () => [],
    preview: async (userId) => (userId === "U0ANA" ? sectionMessage("As it would be now") : null),
    next: async () => next,
    upcoming: async () => null,
    nextResend: async () => ({ day: day("2026-10-28"), number: 2 }),
    resend: async (userId, { day: of, number }) => void again.push(`${userId} ${of} ${number}`),
    boardPreview: async () => null,
    nextBoard: async () => null,
    boardPosting: async () => null,
    postBoard: async () => ({ decided: "outdated", posting: null }),
    board: async ({ teamId }) => (teamId === EVERYONE ? sectionMessage("The leaderboard") : null),
    deliveries: async () => [],
    undelivered: async (since) => {
      asked.push(since);
      return [];
    },
  };
  beforeEach(async () => {
    set = [];
    again = [];
    asked.length = 0;
    next = { slot: MORNING, ...ZONE };
    harness = await slackHarness({
      deps: {
        digests,
        idempotency: idempotencyStore(test.db),
        people: {
          ...unusedDeps().people,
          one: async (userId) => aPerson(userId, { role: harness.roles.get(userId) ?? "rep" }),
          set: async (_, settings) => set.push(settings) > 0,
        },
      },
    });
  });
  afterEach(() => harness.close());

  const answer = async (user: string, text: string) => {
    await harness.command(user, "/goals", text);
    return eventually(() => harness.shown(user).at(-1)?.text);
  };
  /** Presses a button of what was shown last. */
  const press = async (user: string, actionId: string) => {
    const { channel, ts } = harness.shown(user).at(-1) ?? { channel: "", ts: "" };
    await harness.slack.action({ user, from: { channel, messageTs: ts }, actionId });
  };
  const NEXT = "Your next morning digest: *Thu, Oct 29, 8:00 AM* your time (New York).";

  it.each([
    ["digest", []],
    ["digest off", [{ digestOn: false }]],
    ["digest on", [{ digestOn: true, snoozedUntil: null }]],
    ["digest at 7:30", [{ digestAt: "07:30" }]],
    ["digest at 7am", [{ digestAt: "07:00" }]],
    ["digest unsnooze", [{ snoozedUntil: null }]],
  ])("%s sets what it says, and tells the next one", async (text, expected) => {
    expect(await answer("U0ANA", text)).toBe(NEXT);
    expect(set).toEqual(expected);
  });

  it("refuses a time that does not exist, and sets nothing", async () => {
    expect(await answer("U0ANA", "digest at 25:00")).toMatch(/^Enter a time: /);
    expect(set).toEqual([]);
  });

  it("says what a snooze did, and takes it back with a button", async () => {
    expect(await answer("U0ANA", "digest snooze 3d")).toBe(`Snoozed through *Sat, Oct 31*. ${NEXT}`);

    await press("U0ANA", "digest_unsnooze");

    expect(await eventually(() => harness.shown("U0ANA").find(({ text }) => text === NEXT)?.text)).toBe(NEXT);
    expect(set).toEqual([{ snoozedUntil: "2026-10-31" }, { snoozedUntil: null }]);
  });

  it.each([
    [
      "is due now",
      { isDue: true, slot: MORNING },
      "Your digest for *Thu, Oct 29* is due now and arrives within a few minutes.",
    ],
    [
      "waits for goals",
      { slot: null, none: "no-goals" },
      "No morning digest yet, because you have no goals. Your manager sets them.",
    ],
    ["was switched off", { slot: null, none: "off" }, "Your morning digest is off. Turn it on: `/goals digest on`."],
    ["has nobody it knows", { slot: null, none: "not-met" }, "We haven't met yet. Run `/sync` first."],
  ] as const)("on says truly when the next one %s", async (_, found, words) => {
    next = { ...found, ...ZONE };
    expect(await answer("U0ANA", "digest on")).toBe(words);
  });

  it("previews one's own for one's own eyes, and says who sets goals where there are none", async () => {
    expect(await answer("U0ANA", "digest preview")).toBe("As it would be now");
    expect(await answer("U0BEN", "digest preview")).toMatch(/^No goals yet/);
  });

  it("asks before it sends one's digest again, and says which one it is", async () => {
    await answer("U0ANA", "digest send");
    expect(again).toEqual([]);

    await press("U0ANA", "digest_again");

    await eventually(() => again.at(0));
    expect(again).toEqual(["U0ANA 2026-10-28 2"]);
  });

  it("lets a manager post the leaderboard where it was asked for, and offers it to nobody else", async () => {
    await answer("U0ANA", "board");
    expect(JSON.stringify(harness.shown("U0ANA").at(-1)?.blocks)).not.toContain("board_post");
    await harness.commandInChannel("U0MAX", "/goals", "board");
    const inChannel = () => harness.slack.messages("C0SALES");
    const { channel, ts } = await eventually(() => inChannel().find(({ to }) => to === "U0MAX"));

    const press = { user: "U0MAX", from: { channel, messageTs: ts }, actionId: "board_post" };
    // Twice, before anything came of it.
    await Promise.all([harness.slack.action(press), harness.slack.action(press)]);

    await eventually(() => inChannel().find(({ to, text }) => to === "U0MAX" && text === "Posted."));
    expect(inChannel().flatMap(({ to, text }) => (to === undefined ? [text] : []))).toEqual(["The leaderboard"]);
    expect(harness.dm("U0MAX")).toEqual([]);
  });

  it("shows the leaderboard to everybody, and what was delivered to admins alone", async () => {
    expect(await answer("U0ANA", "board")).toBe("The leaderboard");
    expect(await answer("U0BEN", "deliveries")).toMatch(/^Only admins can see deliveries/);
    harness.roles.set("U0MAX", "admin");
    expect(await answer("U0MAX", "deliveries")).toBe("No deliveries yet.");
    // What is looked at on Home is listed here.
    expect(asked).toEqual(["2026-10-25"]);
  });
});
