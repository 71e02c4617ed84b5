import { type AdminStart, adminStart } from "../../../../src/slack/home/views/admin-start/start-page";
import { waitingList } from "../../../../src/slack/sync/waiting/waiting";
import type { Freshness } from "../../../../src/sync/state/freshness";
import { location, READING, tabs } from "../../../support/harness/home";
import { greenButtons } from "../../../support/harness/slack-blocks";

const AT = new Date("2026-10-28T12:02:00Z");
const TOMORROW = new Date("2026-10-29T06:30:00Z");
const down: Freshness = { source: "justcall", asOf: AT, state: "failed", problem: "JustCall is down (503)" };
const lee = { source: "fishbowl", name: "B. Lee", owner: "B. Lee", records: 14, value: 9120 } as const;

/** What the green buttons of an admin's first page say. */
function green(fields: Partial<AdminStart>): readonly string[] {
  const { blocks } = adminStart({
    ...{
      tabs,
      location,
      runs: [],
      syncing: null,
      health: { kind: "never" },
      deliveries: [],
      roles: [],
      upcoming: null,
    },
    ...{
      freshness: [],
      unmatched: { open: [], mappedSince: [], unknownTo: [] },
      isMatched: () => false,
      nameOf: (id) => id,
      zoneOf: () => READING.days.zone,
      ...READING,
    },
    waiting: waitingList({ owners: [], untyped: [] }),
    ...fields,
  });
  return greenButtons(blocks);
}

describe("the first page of an admin's Home", () => {
  const waiting = waitingList({ owners: [lee], untyped: [] });

  it.each<readonly [string, Partial<AdminStart>]>([
    ["Try again", { freshness: [down], waiting, next: null }],
    ["Match", { freshness: [down], waiting, next: TOMORROW }],
    ["Match", { waiting }],
    ["Sync now", {}],
  ])("has one green button, of what is to be done first: %s", (button, fields) => {
    expect(green(fields)).toEqual([button]);
  });
});
