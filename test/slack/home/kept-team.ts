import type { Db } from "mongodb";
import { type Goal, TEAM } from "../../../src/goals/goal";
import { holidayBook } from "../../../src/goals/holidays";
import { overviewStore } from "../../../src/goals/overview-store";
import { teamSettingsStore } from "../../../src/goals/team-settings-store";
import { metricStore } from "../../../src/metrics/metric-store";
import { METRICS } from "../../../src/metrics/metrics";
import { peopleStore } from "../../../src/people/people-store";
import type { Person } from "../../../src/people/person";
import type { SlackDeps } from "../../../src/slack/deps";
import type { Day } from "../../../src/time/day";
import { aGoal, saveFigures } from "../../support/builders/goals";
import { aPerson } from "../../support/builders/people";

const TYPES = METRICS.map(({ type }) => type);
/** Documents of `metrics` each of them has: four metrics on 25 days. */
const FIGURES_EACH = 100;

/** Reps from `U1000` on, each with a goal and a hundred figures, and a goal of the team. */
export async function keepTeam(db: Db, { size, today }: { readonly size: number; readonly today: Day }): Promise<void> {
  const reps = Array.from({ length: size }, (_, at) => aPerson(`U${1000 + at}`, { name: `Rep ${1000 + at}` }));
  await db.collection<Person>("users").insertMany(reps);
  const goals = reps.map(({ _id }) => aGoal(_id, { userId: _id }));
  await db.collection<Goal>("goals").insertMany([...goals, aGoal("t", { team: TEAM, type: "phone_call_quantity" })]);
  const figures = reps.flatMap(({ _id: userId }) =>
    Array.from({ length: FIGURES_EACH }, (_, index) => {
      return { userId, type: TYPES[index % 4] ?? "email_quantity", before: Math.floor(index / 4), value: 1 };
    }),
  );
  await saveFigures(db, { figures, today });
}

/** What Home reads of people, goals and figures, from this database. */
export function keptNeeds(db: Db, today: Day): Pick<SlackDeps, "people" | "overviews" | "overview" | "role"> {
  const people = peopleStore(db);
  const book = holidayBook();
  const settings = teamSettingsStore(db, book);
  const overviews = overviewStore(db, { metrics: metricStore(db), settings, book, paceDays: "working" });
  return {
    people,
    overviews,
    overview: async (id) => overviews.overview((await people.one(id)) ?? { _id: id }, today),
    role: async (id) => (await people.one(id))?.role ?? null,
  };
}
