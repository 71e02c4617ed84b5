import type { Db } from "mongodb";
import type { Goal } from "../../../src/goals/goal";
import { holidayBook } from "../../../src/goals/holidays";
import { type OverviewStore, overviewStore } from "../../../src/goals/overview-store";
import { teamSettingsStore } from "../../../src/goals/team-settings-store";
import { metricStore } from "../../../src/metrics/metric-store";
import { peopleStore } from "../../../src/people/people-store";
import { EVERYONE } from "../../../src/people/permissions";
import type { Person } from "../../../src/people/person";
import type { SlackDeps } from "../../../src/slack/deps";
import { MY_PAGE } from "../../../src/slack/home/location";
import type { MyPage } from "../../../src/slack/home/views/my-page";
import type { Choices } from "../../../src/slack/home/views/my-settings";
import { type Day, day, zoneDays } from "../../../src/time/day";
import { aGoal, saveFigures } from "../builders/goals";
import { anOverview } from "../builders/overviews";
import { aPerson } from "../builders/people";

const TYPES = ["email_quantity", "phone_call_quantity", "talk_time_minutes", "lead_progression_a"] as const;
/** Documents of `metrics` each of them has: four metrics on 25 days. */
const FIGURES_EACH = 100;

/** Reps from `U1000` on, each with a goal and a hundred figures, or so many, and a goal of the team. */
export async function saveTeam(
  db: Db,
  { size, today, each = FIGURES_EACH }: { readonly size: number; readonly today: Day; readonly each?: number },
): Promise<void> {
  const reps = Array.from({ length: size }, (_, at) => aPerson(`U${1000 + at}`, { name: `Rep ${1000 + at}` }));
  await db.collection<Person>("users").insertMany(reps);
  const goals = reps.map(({ _id }) => aGoal(_id, { userId: _id }));
  await db
    .collection<Goal>("goals")
    .insertMany([...goals, aGoal("t", { team: EVERYONE, type: "phone_call_quantity" })]);
  const figures = reps.flatMap(({ _id: userId }) =>
    Array.from({ length: each }, (_, index) => {
      return { userId, type: TYPES[index % 4] ?? "email_quantity", before: Math.floor(index / 4), value: 1 };
    }),
  );
  await saveFigures(db, { figures, today });
}

/** What Home reads of people, goals and figures, from this database. */
export function storedTeamDeps(
  db: Db,
  today: Day,
): Pick<SlackDeps, "people" | "overview"> & { readonly overviews: OverviewStore } {
  const people = peopleStore(db);
  const book = holidayBook();
  const settings = teamSettingsStore(db, book);
  const noon = new Date(READING.days.startOf(today).getTime() + 12 * 3_600_000);
  const overviews = overviewStore(db, {
    metrics: metricStore(db),
    settings,
    book,
    paceDays: "working",
    days: READING.days,
  });
  return {
    people,
    overviews,
    overview: async (id) => overviews.ownOverview((await people.one(id)) ?? { _id: id }, noon),
  };
}

export const HOSTILE = "<!channel> *x* `y` ".repeat(30);
export const location = { ...MY_PAGE, tab: "admin" as const };
export const tabs = ["me", "team", "admin"] as const;
export const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));

/** On Wed, Oct 28, 2026 in New York. */
export const READING = { days: zoneDays("America/New_York"), now: new Date("2026-10-28T18:06:00Z") };

export const CHOICES: Choices = {
  digest: { on: true, at: "08:00" },
  zone: "America/New_York",
  own: true,
  timeOff: [{ from: day("2026-11-02"), to: day("2026-11-06") }],
};

export function aMyPage(fields: Partial<MyPage> = {}): MyPage {
  return {
    overview: anOverview(),
    freshness: [
      { source: "copper", asOf: new Date("2026-10-28T18:05:00Z"), state: "fresh" },
      {
        source: "justcall",
        asOf: new Date("2026-10-24T02:10:00Z"),
        state: "failed",
        problem: "JustCall key refused (401): renew it & sync",
      },
      { source: "fishbowl", asOf: null, state: "off" },
    ],
    syncing: null,
    first: null,
    tabs: ["me"],
    choices: CHOICES,
    goalSetters: [],
    ...READING,
    ...fields,
  };
}
