import { randomUUID } from "node:crypto";
import type { ModalView } from "@slack/types";
import type { Db } from "mongodb";
import { type EditRequest, goalEditStore } from "../../../src/goals/edit-store";
import type { Goal } from "../../../src/goals/goal";
import { holidayBook } from "../../../src/goals/holidays";
import { overviewStore } from "../../../src/goals/overview-store";
import { teamSettingsStore } from "../../../src/goals/team-settings-store";
import { trendStore } from "../../../src/goals/trends/trend-store";
import { metricStore } from "../../../src/metrics/metric-store";
import { peopleStore } from "../../../src/people/people-store";
import type { Person } from "../../../src/people/person";
import { refusalStore } from "../../../src/people/refusal-store";
import type { SlackDeps } from "../../../src/slack/deps";
import { idempotencyStore } from "../../../src/slack/platform/idempotency-store";
import { refusedBlocksStore } from "../../../src/slack/platform/refused-blocks-store";
import { plainText } from "../../../src/slack/ui/blocks";
import { teamStore } from "../../../src/teams/team-store";
import { day, zoneDays } from "../../../src/time/day";
import { saveFigures } from "../builders/goals";
import { aPerson } from "../builders/people";
import { closedAfterEach } from "../env/closed-after-each";
import { type TestDatabase, testDatabase } from "../env/database";
import { eventually } from "../wait";
import { slackHarness } from "./slack";
import { lines } from "./slack-blocks";

export type GoalsHarness = Awaited<ReturnType<typeof goalsHarness>>;

/** The team's day in the harness: a Wednesday. */
export const TODAY = day("2026-10-28");
const TEAM_DAYS = zoneDays("America/New_York");
const NOON = new Date("2026-10-28T16:00:00Z");

/** Saves whom the harness knows, who are gone with all else before each test. */
export async function savePeople(db: Db): Promise<void> {
  const people = [
    aPerson("U0ANA", { name: "Ana Torres" }),
    aPerson("U0BEN", { name: "Ben Okafor" }),
    aPerson("U0MAX", { name: "Max Weber", role: "manager" }),
    aPerson("U0NEW", { name: "Ned Ward", role: "admin" }),
  ];
  await db.collection<Person>("users").insertMany(people);
}

/** Slack's harness with the real people, goals and figures: Ana and Ben are reps, Max a manager, Ned an admin. */
export async function goalsHarness(
  { db }: TestDatabase,
  { scopes, ...deps }: Partial<SlackDeps> & { readonly scopes?: readonly string[] } = {},
) {
  await savePeople(db);
  const metrics = metricStore(db);
  const [people, book] = [peopleStore(db), holidayBook()];
  const settings = teamSettingsStore(db, book);
  const figures = { metrics, settings, book, paceDays: "working" } as const;
  const overviews = overviewStore(db, { ...figures, days: TEAM_DAYS });
  let [ids, edits] = [0, 0];
  const newId = () => {
    ids += 1;
    return `change-${String(ids).padStart(4, "0")}`;
  };
  const goalEdits = goalEditStore(db, { metrics, newId });
  const teams = teamStore(db, randomUUID);
  const harness = await slackHarness({
    scopes,
    deps: {
      people,
      refusals: refusalStore(db),
      overviews,
      trends: trendStore(db, figures),
      refusedBlocks: refusedBlocksStore(db),
      teams,
      goalEdits,
      overview: async (userId) => overviews.overview((await people.one(userId)) ?? { _id: userId }, NOON),
      idempotency: idempotencyStore(db),
      ...deps,
    },
  });
  const { slack } = harness;
  const goals = () => db.collection<Goal>("goals").find().sort({ _id: 1 }).toArray();
  const newest = (user: string) => harness.shown(user).at(-1);
  return {
    ...harness,
    goals,
    teams,
    targets: async () => (await goals()).map(({ _id, targets, active }) => ({ _id, targets, active })),
    log: goalEdits.log,
    /** An edit that nobody is shown before. */
    edit: (asked: Pick<EditRequest, "key" | "edit" | "by">) => {
      edits += 1;
      return goalEdits.edit({
        ...asked,
        today: TODAY,
        teamToday: TODAY,
        at: new Date(harness.now().getTime() - 60_000 + edits),
      });
    },
    entries: harness.log,
    /** What `/goals …` shows to whoever types it, line by line. */
    async goalsSay(user: string, text = ""): Promise<readonly string[]> {
      const before = harness.shown(user).length;
      await harness.command(user, "/goals", text);
      await eventually(() => harness.shown(user).length > before);
      return said(newest(user));
    },
    newest: (user: string) => said(newest(user)),
    /** Presses a button of the newest message that only this person sees, and waits until it has another text. */
    async press(user: string, actionId: string): Promise<readonly string[]> {
      const pressed = newest(user);
      if (pressed === undefined) throw new Error(`${user} was shown nothing`);
      const before = JSON.stringify(pressed);
      await slack.action({ user, from: { messageTs: pressed.ts, channel: pressed.channel }, actionId });
      const ts = pressed.ts;
      await eventually(() => JSON.stringify(harness.shown(user).find((one) => one.ts === ts)) !== before);
      return said(harness.shown(user).find((one) => one.ts === ts));
    },
    /** Presses a button that this person was never given, below a message. */
    async pressForged(user: string, { actionId, value }: { readonly actionId: string; readonly value: string }) {
      const { client } = harness.app;
      const { channel } = await client.conversations.open({ users: user });
      const button = { type: "button", action_id: actionId, text: plainText("Forged"), value } as const;
      const blocks = [{ type: "actions", elements: [button] } as const];
      const posted = await client.chat.postMessage({ channel: channel?.id ?? "", text: "Forged", blocks });
      const from = { messageTs: posted.ts ?? "", channel: channel?.id ?? "" };
      return slack.action({ user, from, actionId });
    },
    /** Puts a view of the test's making into the modal that is open. */
    forgeModal: (user: string, view: ModalView) =>
      harness.app.client.views.update({ view_id: slack.modals(user).at(-1)?.id ?? "", view }),
    modal: (user: string) => slack.modals(user).at(-1),
    modalSays: (user: string) => said(slack.modals(user).at(-1)),
    modalTitled: (user: string, title: string) =>
      eventually(() => {
        const view = slack.modals(user).at(-1)?.view;
        return JSON.stringify(view?.title ?? "").includes(title) && view;
      }),
  };
}

function said(shown: { readonly blocks: readonly unknown[]; readonly text?: string } | undefined): readonly string[] {
  if (shown === undefined) return [];
  const blocks: Parameters<typeof lines>[0] = JSON.parse(JSON.stringify(shown.blocks));
  return lines(blocks);
}

/** What a button carries that is about Ben's goal. */
export const BENS = '{"userId":"U0BEN","type":"email_quantity","period":"daily"}';
/** What makes Ben's goal of 20 emails a day. */
export const GOOD = {
  whose: { whose: "U0BEN" },
  metric: { metric: "email_quantity" },
  period: { period: "daily" },
  target: { target: "20" },
};

/** Opens harnesses in which Ben has 12 emails today. Call it where `describe` is called. */
export function goalFormHarnesses() {
  const test = testDatabase();
  const closed = closedAfterEach();
  /** @param tz the zone of Ben's own clock; the team's if it is left out. */
  return async (tz?: string) => {
    const harness = closed(await goalsHarness(test));
    if (tz !== undefined) await test.db.collection<Person>("users").updateOne({ _id: "U0BEN" }, { $set: { tz } });
    const figures = [{ userId: "U0BEN", type: "email_quantity" as const, before: 0, value: 12 }];
    await saveFigures(test.db, { today: TODAY, figures });
    return {
      ...harness,
      openForm: async () => {
        await harness.command("U0MAX", "/goals", "set");
        await harness.modalTitled("U0MAX", "Set a goal");
        await eventually(() => harness.calls("views.update").length > 0);
      },
      /** Max hands the open form in. */
      submit: (entries: Parameters<typeof harness.slack.submitView>[0]["entries"] = {}) =>
        harness.slack.submitView({ user: "U0MAX", entries }),
    };
  };
}
