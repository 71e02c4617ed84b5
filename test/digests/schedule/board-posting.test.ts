import { type BoardPosting, isOpen, nextNumber, postDecision } from "../../../src/digests/schedule/board-posting";
import type { BoardPost } from "../../../src/digests/schedule/board-posts-store";
import { EVERYONE } from "../../../src/people/permissions";
import { DEFAULT_LEADERBOARD_SETTINGS } from "../../../src/teams/leaderboard-settings";
import { day } from "../../../src/time/day";

const TODAY = day("2026-10-28");
const SEVEN = new Date("2026-10-28T07:00:00Z");
const hours = (count: number) => new Date(SEVEN.getTime() + count * 3_600_000);
const aPost = (given: Partial<BoardPost> = {}): BoardPost => ({
  ...{
    _id: "board:C01:2026-10-28",
    state: "sent",
    ts: "1.1",
    channel: "C01",
    reason: null,
    cutOffAt: hours(5),
    body: "{}",
  },
  ...given,
});
const posting: BoardPosting = {
  ...{ day: TODAY, channel: "C01", settings: { ...DEFAULT_LEADERBOARD_SETTINGS, channel: "C01" } },
  ...{
    number: 0,
    last: null,
    underWay: false,
    isUnchanged: false,
    change: null,
    through: day("2026-10-27"),
    scheduledAt: hours(1),
    next: null,
  },
};
const slot = { day: TODAY, dueAt: hours(1), cutOffAt: hours(5) };
const pressed = { teamId: EVERYONE, channel: "C01", day: TODAY, number: 0 };

describe("a press that posts a board", () => {
  it.each([
    ["for an hour, where its schedule has none today", null, hours(1)],
    ["as long as its schedule's, for which it stands", slot, hours(5)],
    ["for an hour, where its schedule's is over before", { ...slot, cutOffAt: hours(0.5) }, hours(1)],
  ])("is wanted %s", (_name, today, cutOffAt) => {
    const decided = postDecision(pressed, { posting, slot: today, now: SEVEN, by: "U0MAX" });

    expect(decided).toEqual({
      kind: "post",
      receiver: "C01",
      wanted: { kind: "board", to: "C01", day: TODAY, postedBy: "U0MAX", dueAt: SEVEN, cutOffAt },
    });
  });

  it("is one more message for its day, an hour long, once the day's own was posted", () => {
    const standing = { posting: { ...posting, number: 2, last: aPost({ again: 1 }) }, slot, now: SEVEN, by: "U0MAX" };

    const decided = postDecision({ ...pressed, teamId: "west", number: 2 }, standing);

    expect(decided).toMatchObject({
      receiver: "west:C01:again:2",
      wanted: { team: "west", again: 2, cutOffAt: hours(1) },
    });
  });

  it.each([
    ["one that is under way is waited for", 0, { number: 1, last: aPost({ state: "sending" }) }, "post"],
    ["one that was posted is not posted again", 0, { number: 1, last: aPost() }, "posted"],
    [
      "an earlier one is not either, while another is under way",
      0,
      { number: 2, last: aPost({ state: "due", again: 1 }) },
      "posted",
    ],
    [
      "a further one that would say the same is not posted",
      1,
      { number: 1, last: aPost(), isUnchanged: true },
      "unchanged",
    ],
    ["a further one that says something else is posted", 1, { number: 1, last: aPost() }, "post"],
    ["one that no button has is not posted", 5, {}, "posted"],
    ["one of another channel is not posted", 0, { channel: "C02" }, "outdated"],
    ["one of another day is not posted", 0, { day: day("2026-10-29") }, "outdated"],
  ] as const)("%s", (_name, number, standing, kind) => {
    const decided = postDecision(
      { ...pressed, number },
      { posting: { ...posting, ...standing }, slot, now: SEVEN, by: "U0MAX" },
    );

    expect(decided.kind).toBe(kind);
  });
});

describe("the next post of a day", () => {
  it.each([
    ["is the day's own before any", [], 0],
    ["is still the day's own where it was refused or not wanted", [aPost({ state: "skipped" })], 0],
    ["is a further one once it was posted, or never will be", [aPost({ state: "failed" })], 1],
    ["follows the last one", [aPost(), aPost({ again: 1 })], 2],
    ["is the last one where that was refused", [aPost(), aPost({ again: 1, state: "skipped" })], 1],
  ] as const)("%s", (_name, posts, number) => {
    expect(nextNumber(posts)).toBe(number);
  });

  it("waits for one of unknown outcome until its cut-off alone", () => {
    const unknown = aPost({ state: "unknown" });

    expect([isOpen(unknown, hours(4)), isOpen(unknown, hours(5)), isOpen(aPost(), hours(0))]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
