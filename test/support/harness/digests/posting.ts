import { randomUUID } from "node:crypto";
import type { Db } from "mongodb";
import { boardAnswers } from "../../../../src/app/boards";
import { loadDeliveries } from "../../../../src/digests/content/load-deliveries";
import { alertStore } from "../../../../src/digests/delivery/alert-store";
import { closedDaysStore } from "../../../../src/digests/delivery/closed-days-store";
import { deliver, postAtOnce } from "../../../../src/digests/delivery/deliver";
import type { Delivery } from "../../../../src/digests/delivery/delivery";
import { deliveryStore } from "../../../../src/digests/delivery/delivery-store";
import { ownRecapsStore } from "../../../../src/digests/delivery/own-recaps-store";
import type { DeliveryDeps } from "../../../../src/digests/delivery/ports";
import { postedRanksStore } from "../../../../src/digests/delivery/posted-ranks-store";
import { SEND_RATE, sendRateStore } from "../../../../src/digests/delivery/send-rate-store";
import { DELIVERY_TIMES } from "../../../../src/digests/delivery/transitions";
import { boardPostsStore } from "../../../../src/digests/schedule/board-posts-store";
import { boardStore } from "../../../../src/digests/schedule/boards";
import { lastCheckStore } from "../../../../src/digests/schedule/last-check-store";
import { leaderboardSettingsStore } from "../../../../src/digests/schedule/leaderboard-settings-store";
import { loadDigestSchedule } from "../../../../src/digests/schedule/load-schedule";
import { goalStore } from "../../../../src/goals/goal-store";
import { holidayBook } from "../../../../src/goals/holidays";
import { overviewStore } from "../../../../src/goals/overview-store";
import { teamSettingsStore } from "../../../../src/goals/team-settings-store";
import { sleep } from "../../../../src/lib/sleep";
import { metricStore } from "../../../../src/metrics/metric-store";
import { moneyRecordStore } from "../../../../src/metrics/money-record-store";
import { peopleStore } from "../../../../src/people/people-store";
import type { SlackDeps } from "../../../../src/slack/deps";
import { slackPoster } from "../../../../src/slack/digests/poster";
import { renderDeliveries } from "../../../../src/slack/digests/render";
import { teamStore } from "../../../../src/teams/team-store";
import { zoneDays } from "../../../../src/time/day";
import { memoryLog } from "../../fakes/memory-log";
import { unusedDeps } from "../../fakes/unused-deps";
import { SECRETS } from "../slack";
import { authStatus, lastingMessages } from "./delivery";

/** The stand-in workspace that is posted to, and its clock; a harness has them once it is open. */
interface PostedTo {
  readonly slack: Parameters<typeof lastingMessages>[0] & { readonly url: string };
  readonly now: () => Date;
}

const DAYS = zoneDays("America/New_York");

/**
 * One process that posts boards by hand and by schedule: the real schedule, outbox and poster on this database, for a Slack harness that opens later.
 *
 * @param open what is posted to; asked only when something is posted.
 */
export function postingProcess(db: Db, open: () => PostedTo) {
  const now = () => open().now();
  const log = memoryLog();
  const [metrics, book, people] = [metricStore(db), holidayBook(), peopleStore(db)];
  const [settings, teams] = [teamSettingsStore(db, book), teamStore(db, randomUUID)];
  const boards = boardStore({ leaderboards: leaderboardSettingsStore(db, { channel: null, log }), teams });
  const stores = { boards, lastCheck: lastCheckStore(db), closedDays: closedDaysStore(db) };
  const schedule = loadDigestSchedule({
    ...{ people, settings, book, days: DAYS, goals: goalStore(db, metrics), ...stores },
  });
  const none = async () => new Map();
  const unused = { lately: none, praised: none, untold: none, awaited: async () => new Set<string>() };
  const contents: Parameters<typeof loadDeliveries>[1] = {
    ...{ people, teams, settings, book, days: DAYS, boards, metrics, freshness: async () => [] },
    overviews: overviewStore(db, { metrics, settings, book, paceDays: "working", days: DAYS }),
    ...{ reportedFigures: unused, goalChanges: unused, firstDigests: unused, postedRanks: postedRanksStore(db) },
    ownRecaps: ownRecapsStore(db),
    orders: { records: moneyRecordStore(db), reported: unused, salesmen: people.salesmen },
  };
  let poster: DeliveryDeps["poster"] | null = null;
  const posts = () => {
    poster ??= slackPoster({ token: SECRETS.botToken, apiUrl: open().slack.url, log, timeoutMs: 5_000 });
    return poster;
  };
  const deps: DeliveryDeps = {
    deliveries: deliveryStore(db),
    sendRate: sendRateStore(db, { ...SEND_RATE, secondMs: 10 }),
    alerts: alertStore(db),
    poster: {
      post: (message) => posts().post(message),
      conversation: (user) => posts().conversation(user),
      find: (query) => posts().find(query),
      remove: (message) => posts().remove(message),
    },
    auth: authStatus(),
    plan: schedule.plan,
    stillWanted: schedule.stillWanted,
    render: async (rows) => {
      const at = now();
      return renderDeliveries(await loadDeliveries({ rows, now: at }, contents), {
        ...{ days: DAYS, now: at },
        homeUrl: undefined,
      });
    },
    alertAdmins: async () => {},
    now,
    clock: Date.now,
    sleep: async (ms, signal) => sleep(ms, signal).catch(() => undefined),
    log,
    times: DELIVERY_TIMES,
  };
  const store = boardPostsStore(db);
  const answers = boardAnswers({
    ...{ ...contents, boards, schedule, posts: store, now },
    postAtOnce: (message) => postAtOnce({ ...deps, stateOf: store.stateOf }, message),
  });
  const digests: SlackDeps["digests"] = { ...unusedDeps().digests, ...answers };
  return {
    digests,
    boards,
    deps,
    /** A tick of the schedule, at an instant. */
    tick: (at: Date) => deliver({ ...deps, now: () => at }, new AbortController().signal),
    rows: () => db.collection<Delivery>("deliveries").find().sort({ _id: 1 }).toArray(),
    /** What somebody alone was shown in a channel. */
    shownIn: (channel: string, user: string) =>
      lastingMessages(open().slack).filter((one) => one.channel === channel && one.to === user),
    /** What stands in a channel for all to see. */
    standing: (channel: string) =>
      lastingMessages(open().slack).filter((one) => one.channel === channel && one.to === undefined),
  };
}
