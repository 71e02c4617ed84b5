import type { SlackDeps } from "../../../src/slack/deps";

type Unneeded = Pick<
  SlackDeps,
  | "doctor"
  | "people"
  | "overviews"
  | "shownFigures"
  | "trends"
  | "refusedBlocks"
  | "liveMessages"
  | "reportSources"
  | "teams"
  | "goalEdits"
  | "settings"
  | "holidays"
  | "runs"
  | "facts"
  | "teamZone"
  | "digests"
  | "boards"
  | "imports"
  | "idempotency"
  | "signatures"
  | "signatureWatch"
  | "refusals"
  | "erasure"
  | "clock"
>;

/** What Slack's listeners are handed and a test must not use: each refuses. */
export function unusedDeps(): Unneeded {
  const not = () => Promise.reject(new Error("This test has no such part"));
  const never = (): never => {
    throw new Error("This test has no such part");
  };
  return {
    doctor: not,
    people: {
      all: not,
      one: not,
      set: not,
      // No database: everybody has seen App Home before.
      introUntil: async () => new Date(0),
      endIntro: async () => undefined,
      salesmen: not,
      mapSalesman: not,
      override: not,
      giveRole: not,
      takeRoleBack: not,
    },
    overviews: { teamOverview: not, teamOverviews: not, teamWhole: not, figures: not },
    // No database: nobody was shown anything before.
    shownFigures: { record: async () => {}, of: async () => null },
    // Who acts is asked with every event: a company without teams.
    teams: { all: async () => [], one: async () => null, create: not, edit: not, log: not },
    trends: { ofMember: not, ofTeam: not },
    // No database: no alert is ever sent.
    reportSources: async () => async () => {},
    // No database: charts are always tried.
    liveMessages: { shown: async () => {}, ended: async () => {} },
    refusedBlocks: { refuses: async () => false, record: async () => {} },
    goalEdits: { find: not, byId: not, edit: not, log: not, goalsOf: not, archivedOn: not, saveAll: not, batch: not },
    settings: { read: not, addHoliday: not, removeHoliday: not, setHolidayRegion: not, setWorkdays: not },
    holidays: { of: never, countries: never, within: never, knows: never },
    digests: {
      preview: not,
      fell: not,
      orders: not,
      next: not,
      upcoming: not,
      nextResend: not,
      resend: not,
      board: not,
      boardPreview: not,
      nextBoard: not,
      // No board has a channel.
      boardPosting: async () => null,
      postBoard: not,
      deliveries: not,
      undelivered: not,
    },
    boards: { all: not, one: not, set: not },
    imports: { maxBytes: 0, preview: not, apply: not, undo: not },
    idempotency: { first: not, forget: not },
    // No database: memory decides alone.
    signatures: { first: async () => true },
    signatureWatch: { accepted: () => {}, refused: () => {} },
    // Each refusal is the first of its minute.
    refusals: { record: async () => true, latest: not },
    erasure: { preview: not, erase: not },
    clock: Date.now,
    runs: { latest: not, latestUnmatched: not, ofReport: not },
    facts: { unowned: not, ownerMonths: not, leftOutNames: not },
    teamZone: { configured: true, chosen: not, set: not, span: not, facts: not },
  };
}
