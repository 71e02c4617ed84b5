import { reportText } from "../../src/cli/report-text";
import type { Board } from "../../src/digests/schedule/boards";
import { bulkPlan } from "../../src/goals/bulk/bulk-plan";
import type { PastPeriod } from "../../src/goals/trends/past-period";
import { SOURCE_IDS, SOURCES } from "../../src/metrics/sources";
import { boardCheck } from "../../src/slack/boards/check-view";
import { boardForm } from "../../src/slack/boards/form-view";
import { boardSaved } from "../../src/slack/boards/saved-view";
import { boardRows } from "../../src/slack/boards/settings-view";
import { syncHelp } from "../../src/slack/commands/sync-help";
import { digestMessage } from "../../src/slack/digests/digest-view";
import { bulkCheck } from "../../src/slack/goals/bulk/check-view";
import { copyForm, severalForm } from "../../src/slack/goals/bulk/form-view";
import { bulkSaved } from "../../src/slack/goals/bulk/saved-view";
import { goalsMessage } from "../../src/slack/goals/list-view";
import { MY_PAGE } from "../../src/slack/home/location";
import { nameCheck, nameForm } from "../../src/slack/home/names/name-forms";
import { adminImports } from "../../src/slack/home/views/admin-imports";
import { adminRuns } from "../../src/slack/home/views/admin-runs";
import { adminStart } from "../../src/slack/home/views/admin-start/start-page";
import { withIntro } from "../../src/slack/home/views/intro";
import { historyPage } from "../../src/slack/home/views/my/history-page";
import { awayForm, digestForm } from "../../src/slack/home/views/my-forms";
import { myPage } from "../../src/slack/home/views/my-page";
import { settingsPage } from "../../src/slack/home/views/my-settings";
import { teamPage } from "../../src/slack/home/views/team/team-page";
import { syncProgressMessage } from "../../src/slack/sync/progress-view";
import { syncReportMessage } from "../../src/slack/sync/report-view";
import { waitingList } from "../../src/slack/sync/waiting/waiting";
import { guestMessage, newcomerMessage, notForYouMessage } from "../../src/slack/ui/access-messages";
import { dmHelp } from "../../src/slack/ui/dm-help";
import { goalsHelp, helpOn } from "../../src/slack/ui/help";
import { whyMessage } from "../../src/slack/why/view";
import { waitingProgress } from "../../src/sync/report";
import type { RunSummary } from "../../src/sync/run/run-store";
import { DEFAULT_LEADERBOARD_SETTINGS } from "../../src/teams/leaderboard-settings";
import { day, zoneDays } from "../../src/time/day";
import { aGoal } from "../support/builders/goals";
import { ANA, anOverview, aTeamPage } from "../support/builders/overviews";
import { aReport, aResult } from "../support/builders/reports";
import { aWhy } from "../support/builders/whys";
import { glossaryFaults, textsIn } from "../support/glossary";
import { morningDigest, tenADay } from "../support/harness/digests/mornings";
import { aMyPage, CHOICES } from "../support/harness/home";
import { READING } from "../support/harness/why";

const DISPLAY = { days: zoneDays("America/New_York"), now: new Date("2026-10-28T18:06:00Z"), canApprove: true };
/** Reasons as facts have kept them for long, and somebody unmatched at each source. */
const REPORT = aReport(
  Object.fromEntries(
    SOURCE_IDS.map((source) => [
      source,
      aResult({
        records: 9,
        counting: 1,
        notCounting: {
          "copy of an e-mail that is counted already": 2,
          "sender is nobody in Slack": 1,
          "order has no salesman": 1,
          [SOURCES[source].unmatchedReason]: 4,
        },
        unmatched: [{ name: "B. Lee", email: null, records: 14, value: 9120.5 }],
      }),
    ]),
  ),
);

const OCTOBER = { from: day("2026-10-01"), to: day("2026-10-31") };
const PAST: PastPeriod = {
  ...{ goalId: "g", type: "new_sales_wholesale", title: "Wholesale sales", unit: "dollars", period: "monthly" },
  ...{ ...OCTOBER, target: 9000, value: 8999.5, outcome: "missed" },
};
const NEW_YORK = "America/New_York";
const AWAY = [{ userId: "UANA", name: "Ana", through: day("2026-10-30") }];
const PICKING = { people: [{ id: "UANA", name: "Ana" }], teams: [{ id: "everyone", name: null }] };
const ENDED = aGoal("ended", { active: false, userId: "UANA" });
const BULK = {
  names: new Map([["UANA", "Ana"]]),
  outcomes: bulkPlan(
    { kind: "last-month" },
    {
      people: ["UANA", "UBEN"].map((userId) => {
        const goals = userId === "UANA" ? [ENDED, aGoal("on", { userId, period: "weekly" })] : [];
        return { userId, today: day("2026-10-28"), refusal: null, goals };
      }),
      archivedOn: new Map([["ended", day("2026-10-01")]]),
      teamToday: day("2026-10-28"),
    },
  ),
};
const SETTINGS = { ...DEFAULT_LEADERBOARD_SETTINGS, channel: "C0SALES" };
const BOARD: Board = { teamId: "everyone", team: null, active: true, settings: SETTINGS };
const LEE = { source: "fishbowl", name: "B. Lee", email: null, owner: "B. Lee", records: 14, value: 9120 } as const;
const RUN: RunSummary = {
  ...{ _id: "r", userId: "U0MAX", trigger: "slack", status: "failed", reason: "Paceline stopped before it finished" },
  dateRange: { start: "2026-09-29T04:00:00.000Z", end: "2026-10-29T04:00:00.000Z" },
  ...{
    startedAt: READING.now,
    finishedAt: null,
    errors: [{ source: "copper", kind: "credentials", message: "No key" }],
  },
};
const MONDAY = { rep: NEW_YORK, team: NEW_YORK, day: day("2026-11-02"), period: "monthly", target: 300 } as const;

const VIEWS: Readonly<Record<string, unknown>> = {
  "Home of a rep": myPage(aMyPage()),
  "Home of an admin": adminStart({
    ...{ ...READING, tabs: ["me", "team", "admin"], location: MY_PAGE, syncing: null, nameOf: (id) => id, runs: [RUN] },
    isMatched: () => false,
    zoneOf: () => "Asia/Kolkata",
    freshness: [{ source: "justcall", asOf: null, state: "failed", problem: "JustCall key refused (401)" }],
    unmatched: { open: [LEE], mappedSince: [{ ...LEE, userId: "U0ANA" }], unknownTo: [] },
    waiting: waitingList({ owners: [LEE], untyped: [{ name: "Ping House", records: 2, amount: 3_281_704 }] }),
    upcoming: { at: READING.now, first: ["Ana"], later: { at: READING.now, people: 2 } },
    deliveries: [
      { kind: "digest", to: "U0ANA", day: day("2026-10-28"), state: "unknown", reason: null, cutOffAt: READING.now },
    ],
    health: { kind: "done", by: "U0MAX", at: READING.now, findings: [{ id: "f", state: "fault", says: "No key." }] },
  }),
  "Home's last syncs": adminRuns({ ...READING, location: MY_PAGE, runs: [RUN], nameOf: (id) => id }),
  "Home's imports": adminImports({ ...READING, location: MY_PAGE, freshness: [], untyped: [] }),
  "a leaderboard's form": [
    boardForm(BOARD, { days: zoneDays(NEW_YORK), next: READING.now }),
    boardCheck({
      draft: { team: "everyone", settings: { ...SETTINGS, on: false }, was: SETTINGS },
      team: null,
      preview: { text: "Leaderboard", blocks: [], leavesOut: true, isDue: false, next: null, revealing: [] },
      days: READING.days,
    }),
    boardCheck({
      draft: { team: "everyone", settings: { ...SETTINGS, channel: "C1", topN: 5 }, was: SETTINGS },
      team: null,
      preview: { text: "Leaderboard", blocks: [], leavesOut: true, isDue: true, next: READING.now, revealing: [BOARD] },
      days: READING.days,
    }),
    boardSaved({
      draft: { team: "everyone", settings: SETTINGS, was: { ...SETTINGS, on: false } },
      team: null,
      preview: { text: "Leaderboard", blocks: [], leavesOut: true, isDue: true, next: READING.now, revealing: [BOARD] },
      days: READING.days,
    }),
    ...boardRows([BOARD]),
  ],
  "goals of several people": [
    severalForm({ ...PICKING, start: { target: null, from: day("2026-10-14") }, presumed: day("2026-10-14") }),
    copyForm({ ...PICKING, month: day("2026-09-01") }),
    bulkCheck({ ...BULK, request: { kind: "last-month" }, metadata: "", today: day("2026-10-28"), changed: new Set() }),
    bulkSaved(BULK, { request: { kind: "last-month" }, today: day("2026-10-28"), undo: "change-1 1761660000000" }),
  ],
  "a team's page": teamPage(aTeamPage({ own: anOverview(), away: AWAY, people: [ANA], workspace: "T0ACME" })),
  "Fishbowl's names": [
    nameForm(),
    ...[null, "UANA"].map((userId) =>
      nameCheck({
        ...{ change: { name: "B. Lee", userId }, metadata: "", nameOf: (id: string) => id },
        moves: userId === null ? [] : [{ month: "2026-10", from: null, to: userId, orders: 14, cents: 912_050 }],
      }),
    ),
  ],
  "one's settings": settingsPage({ ...READING, tabs: ["me"], choices: CHOICES }),
  "one's history": historyPage({
    tabs: ["me"],
    location: MY_PAGE,
    month: OCTOBER,
    histories: [{ period: "monthly", periods: [PAST] }],
    running: anOverview().goals,
    ...{ unread: [], asOf: null, syncing: null },
  }),
  "a Monday's digest": digestMessage({ ...morningDigest({ ...MONDAY, figures: tenADay(MONDAY) }), freshness: [] }),
  "the form of the digest": digestForm(CHOICES, day("2026-10-28")),
  "the form of days off": awayForm(day("2026-10-28")),
  "/goals": goalsMessage(anOverview()),
  "the records behind a figure": whyMessage(aWhy(), READING),
  "a sync's progress": syncProgressMessage(waitingProgress(), "Sep 29 – Oct 28"),
  "a sync's report": syncReportMessage(REPORT, DISPLAY),
  "a sync's report on the command line": { text: reportText(REPORT, DISPLAY.days) },
  "Home for the first time": withIntro(myPage(aMyPage()), "me"),
  "the list of a whole team": teamPage(aTeamPage({ location: { ...MY_PAGE, page: 1 }, people: [ANA] })),
  help: [
    syncHelp(day("2026-10-28")),
    goalsHelp(undefined, { manages: true, administers: true }),
    dmHelp({ imports: true }),
    ...(["more", "why", "trend", "team", "set", "digest"] as const).map((topic) => helpOn(topic)),
  ],
  refusals: [
    guestMessage(),
    newcomerMessage({ syncing: false }),
    newcomerMessage({ syncing: true }),
    notForYouMessage(["Alex Kim"]),
  ],
};

describe("what people read", () => {
  it.each(Object.entries(VIEWS))("is written as the glossary has it: %s", (_name, view) => {
    const texts = textsIn(view);

    expect(texts.length).toBeGreaterThan(0);
    expect(texts.flatMap(glossaryFaults)).toEqual([]);
  });
});
