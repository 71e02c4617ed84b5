import { ADMIN, REPS } from "../../../../src/demo/sample/team";
import type { Goal } from "../../../../src/goals/goal";
import { PERIODS } from "../../../../src/goals/range-sums";
import { METRICS } from "../../../../src/metrics/metrics";
import { EVERYONE } from "../../../../src/people/permissions";
import type { Person } from "../../../../src/people/person";
import type { Team } from "../../../../src/teams/team";
import { day } from "../../../../src/time/day";
import { aGoal, saveFigures } from "../../builders/goals";
import { aPerson } from "../../builders/people";
import { aTeam } from "../../builders/teams";
import { type DemoHarness, demoHarness } from "../demo/demo";

export const PEOPLE = 200;
const TEAMS = 40;
/** Sixty characters each: from right to left, with emoji, with what Slack would read as markup, wide ones. */
const NAMES = [
  "محمد بن عبد الله القحطاني ".repeat(3),
  "👩🏽‍🚀🏳️‍🌈".repeat(6),
  "<!channel> *x* & `evil` <@U1> ".repeat(3),
  "Ñandú_~é~".repeat(9),
];
const SINCE = [{ from: day("2026-01-01"), target: 987_654_321 }];

/** A person's name of sixty characters, no two the same. */
export function longName(at: number): string {
  return `${at} ${NAMES[at % NAMES.length]}`.slice(0, 60);
}

/**
 * The demo as a company of two hundred people with names of sixty characters, and of forty teams; Alex is an admin, Maya manages
 * all teams, Ana is a rep, and both have a goal of every metric and period, as the company has.
 */
export async function crowd(): Promise<DemoHarness> {
  const harness = await demoHarness({ rateLimits: false });
  const { app, fakes, database, clock } = harness;
  const { slack } = fakes;
  for (const user of [REPS.ana.slack, REPS.maya.slack]) {
    const member = slack.members().find(({ id }) => id === user);
    if (member !== undefined) slack.putMember({ ...member, name: longName(user === REPS.ana.slack ? 2 : 0) });
  }
  const today = app.days.dayOf(clock.now());
  await app.sync.request({ range: { from: day("2026-10-01"), to: today }, userId: ADMIN.slack, trigger: "slack" });
  const { db } = database;
  const ids = Array.from({ length: PEOPLE }, (_, at) => `U0CROWD${1_000 + at}`);
  for (const [at, id] of ids.entries()) {
    slack.putMember({ ...memberLike(slack.members(), id), name: longName(at) });
  }
  // None of them gets a digest: two hundred more say nothing new.
  const people = ids.map((id, at) => aPerson(id, { name: longName(at), digest: { on: false, at: "08:00" } }));
  await db.collection<Person>("users").insertMany(people);
  await db.collection<Goal>("goals").deleteMany({});
  // Two hundred people with a goal each, and with all kinds of goals those who look at their own.
  const one = ids.map((userId) => aGoal(userId, { userId, type: "phone_call_quantity", targets: SINCE }));
  const own = [REPS.ana.slack, REPS.maya.slack, ADMIN.slack].flatMap((userId) =>
    everyKind((type, period) => aGoal(`${userId} ${type} ${period}`, { userId, type, period, targets: SINCE })),
  );
  const team = everyKind((type, period) =>
    aGoal(`team ${type} ${period}`, { team: EVERYONE, type, period, targets: SINCE }),
  );
  await db.collection<Goal>("goals").insertMany([...one, ...own, ...team]);
  const teams = Array.from({ length: TEAMS }, (_, at) =>
    aTeam(`crowd${at}`, {
      name: longName(at).slice(0, 40),
      people: ids.slice(at, at + 3),
      managers: [REPS.maya.slack],
    }),
  );
  await db.collection<Team>("teams").insertMany(teams);
  const figures = ids.flatMap((userId) => METRICS.map(({ type }) => ({ userId, type, before: 1, value: 123_456.78 })));
  await saveFigures(db, { today, figures });
  return harness;
}

function memberLike(members: ReturnType<DemoHarness["fakes"]["slack"]["members"]>, id: string) {
  const [ana] = members.filter((member) => member.id === REPS.ana.slack);
  if (ana === undefined) throw new Error("Ana is a member");
  return { ...ana, id, email: `${id.toLowerCase()}@acme.com` };
}

function everyKind(make: (type: Goal["type"], period: Goal["period"]) => Goal): readonly Goal[] {
  return METRICS.flatMap(({ type }) => PERIODS.map((period) => make(type, period)));
}
