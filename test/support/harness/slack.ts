import type { KnownBlock } from "@slack/types";
import { demoClock } from "../../../src/demo/clock";
import { SAMPLE_NOW } from "../../../src/demo/sample/dates";
import { startFakeSlack } from "../../../src/demo/slack/fake-slack";
import type { Overview } from "../../../src/goals/overview";
import type { Role } from "../../../src/people/person";
import { slackApp } from "../../../src/slack/app";
import type { SlackDeps } from "../../../src/slack/deps";
import { actorLookup } from "../../../src/slack/platform/actors";
import { noRetryClient } from "../../../src/slack/platform/clients";
import { ANSWER_HOLDS_MS, memberLookup } from "../../../src/slack/platform/member-lookup";
import { signatureWatch } from "../../../src/slack/platform/signature-watch";
import { zoneDays } from "../../../src/time/day";
import type { WebRoute } from "../../../src/web/endpoint";
import { anOverview } from "../builders/overviews";
import { aMember, aPerson, byEmail } from "../builders/people";
import { scriptedWhy } from "../builders/whys";
import { memoryLog } from "../fakes/memory-log";
import { ScriptedSync } from "../fakes/scripted-sync";
import { unusedDeps } from "../fakes/unused-deps";

export type SlackHarness = Awaited<ReturnType<typeof slackHarness>>;

export const SECRETS = { signingSecret: "signing-secret-of-tests", botToken: "xoxb-of-tests" };
/** Given to the app as a need, it makes it use Socket Mode. */
export const APP_TOKEN = "xapp-of-tests";

const CHANNEL = "C0SALES";

/** The real Bolt app on a stand-in workspace over signed HTTP; only syncs and figures are scripted. */
export async function slackHarness({
  routes = [],
  deps = {},
  admins = [],
  scopes,
}: {
  readonly routes?: readonly WebRoute[];
  /** Real parts in place of the scripted ones. */
  readonly deps?: Partial<SlackDeps>;
  /** The ids in `ADMIN_SLACK_IDS`, which a test may change. */
  readonly admins?: readonly string[];
  /** What Slack grants the app; what it needs unless given. */
  readonly scopes?: readonly string[] | undefined;
} = {}) {
  const { now } = demoClock(SAMPLE_NOW);
  const members = [
    aMember("U0ANA", byEmail("ana@acme.com")),
    aMember("U0BEN", byEmail("ben@acme.com")),
    aMember("U0MAX", byEmail("max@acme.com")),
    aMember("U0NEW", byEmail("new@acme.com")),
    aMember("U0GUEST", { ...byEmail("guest@agency.example"), guest: true }),
  ];
  const team = { id: "T0LAB", name: "Lab" };
  const slack = await startFakeSlack({
    ...SECRETS,
    appToken: APP_TOKEN,
    now,
    team,
    members,
    scopes,
    channels: [{ id: CHANNEL, name: "sales" }],
    rateLimits: false,
  });
  const sync = new ScriptedSync();
  const why = scriptedWhy();
  const roles = new Map<string, Role>([
    ["U0ANA", "rep"],
    ["U0BEN", "rep"],
    ["U0MAX", "manager"],
  ]);
  const log = memoryLog();
  const overviews = new Map<string, Overview>();
  const person = (id: string, role: Role) =>
    aPerson(id, { name: members.find((one) => one.id === id)?.name ?? id, role });
  let broken: Error | null = null;
  let references = 0;
  const given: SlackDeps = {
    ...SECRETS,
    ...unusedDeps(),
    apiUrl: slack.url,
    requestSync: sync.request,
    overview: async (userId) => {
      if (broken !== null) throw broken;
      return overviews.get(userId) ?? anOverview(userId === "U0ANA" ? {} : { glance: [], goals: [] });
    },
    freshness: async () => [{ source: "copper", asOf: SAMPLE_NOW, state: "fresh" }],
    syncing: async () => false,
    people: {
      ...unusedDeps().people,
      all: async () => [...roles].map(([id, role]) => person(id, role)),
      one: async (userId) => {
        const role = roles.get(userId);
        return role === undefined ? null : person(userId, role);
      },
      salesmen: async () => [],
    },
    // Nothing is wrong and nothing has run yet, where an admin opens Home.
    runs: { latest: async () => [], latestUnmatched: async () => [], ofReport: async () => null },
    facts: { unowned: async () => [], ownerMonths: async () => [], leftOutNames: async () => [] },
    // Nobody has figures yet, where a manager opens Home on the team.
    overviews: {
      ...unusedDeps().overviews,
      teamOverview: async () => ({ today: given.days.dayOf(now()), members: [], team: [] }),
    },
    digests: {
      ...unusedDeps().digests,
      orders: async () => [],
      deliveries: async () => [],
      undelivered: async () => [],
      upcoming: async () => null,
      next: async () => ({ slot: null, zone: "America/New_York", own: true }),
    },
    why: why.answer,
    actor: (userId) => actor(userId),
    signatureWatch: signatureWatch({
      store: { refuse: async () => {}, accept: async () => {}, running: async () => {}, stopped: async () => {} },
      log,
    }),
    days: zoneDays("America/New_York"),
    now,
    log,
    reference: () => {
      references += 1;
      return `ref-${references}`;
    },
    routes,
    ...deps,
  };
  const client = noRetryClient({ token: SECRETS.botToken, apiUrl: slack.url, log });
  let ahead = 0;
  const ask = memberLookup({ client, clock: () => performance.now() + ahead });
  const today = () => given.days.dayOf(now());
  const actor = actorLookup({ people: given.people, teams: given.teams, today, ask, admins, log });
  const app = slackApp(given);
  const port = await app.start(0);
  slack.connect(`http://127.0.0.1:${port}/slack/events`);
  return {
    app,
    deps: given,
    port,
    slack,
    sync,
    why,
    roles,
    log,
    now,
    overviews,
    /** Lets what Slack said of people be too old to be believed. */
    forgetMembers: () => {
      ahead += ANSWER_HOLDS_MS;
    },
    breakOverviews: (error: Error) => {
      broken = error;
    },
    command: (user: string, command: string, text: string) => slack.command({ user, command, text }),
    /** Types it in a channel, where the report is not before one's eyes. */
    commandInChannel: (user: string, command: string, text: string) =>
      slack.command({ user, command, text, channel: CHANNEL }),
    openHome: (user: string) => slack.openHome(user),
    press: (user: string, actionId: string) => slack.action({ user, from: { home: user }, actionId }),
    /** What the bot showed to somebody alone, the newest last. */
    shown: (user: string) => slack.messages(slack.dm(user)).filter(({ to }) => to === user),
    /** What the bot wrote for both to see, not what only one was shown. */
    dm: (user: string) => slack.messages(slack.dm(user)).filter(({ to }) => to === undefined),
    home: (user: string): readonly KnownBlock[] => JSON.parse(JSON.stringify(slack.home(user)?.blocks ?? [])),
    calls: (...methods: string[]) => slack.calls.filter(({ method }) => methods.includes(method)),
    responses: () => slack.responses.map(({ body }) => body),
    close: async () => {
      await app.stop();
      await slack.close();
    },
  };
}
