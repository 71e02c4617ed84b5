import { randomUUID } from "node:crypto";
import type { Db } from "mongodb";
import { SAMPLE_WINDOW } from "../../src/demo/sample/dates";
import type { Person } from "../../src/people/person";
import type { Team } from "../../src/teams/team";
import { teamStore } from "../../src/teams/team-store";
import { aPerson } from "../support/builders/people";
import { aTeam } from "../support/builders/teams";
import { saveTeam, storedTeamDeps } from "../support/harness/home";
import { slackHarness } from "../support/harness/slack";
import { eventually } from "../support/wait";
import { type Figure, took, written } from "./figure";
import { withMongo } from "./own-mongo";

const SIZE = 200;
const TIMES = 5;
const today = SAMPLE_WINDOW.to;

/** Whoever manages everybody, and whoever manages two teams of a hundred. */
const [MAX, BEN] = ["U0MAX", "U0BEN"];

/**
 * From the press to the page in Slack: one's own page, the page of all 200 reps with 20,000 metric documents, and that of a manager of
 * two teams of a hundred each.
 */
export function homeFigures(): Promise<Figure[]> {
  return withMongo(async ({ db }) => {
    const managers = [aPerson(MAX, { name: "Max", role: "manager" }), aPerson(BEN, { name: "Ben", role: "manager" })];
    await db.collection<Person>("users").insertMany(managers);
    await saveTeam(db, { size: SIZE, today });
    const [team = 0, own = 0, again = 0, mine = 0] = await presses(db, MAX);
    const reps = Array.from({ length: SIZE }, (_, at) => `U${1000 + at}`);
    const halves = [reps.slice(0, SIZE / 2), reps.slice(SIZE / 2)];
    await db
      .collection<Team>("teams")
      .insertMany(halves.map((half, at) => aTeam(`half-${at}`, { people: half, managers: [BEN] })));
    const [first = 0, , later = 0] = await presses(db, BEN);
    const documents = written(await db.collection("metrics").countDocuments());
    const name = `App Home, ${SIZE} reps, ${documents} daily totals`;
    return [
      { what: `${name}: one's own page, first and later`, measured: `${took(own)}, ${took(mine)}` },
      { what: `${name}: the team's page, first and later`, measured: `${took(team)}, ${took(again)}` },
      {
        what: `${name}: the page of a manager of two teams, first and later`,
        measured: `${took(first)}, ${took(later)}`,
        target: { wanted: "at most as long as that of all", holds: first <= team && later <= again },
      },
    ];
  });
}

/** How long each took in ms: the team's page, on which a manager's Home opens, and one's own in turn. */
async function presses(db: Db, user: string): Promise<readonly number[]> {
  const harness = await slackHarness({ deps: { ...storedTeamDeps(db, today), teams: teamStore(db, randomUUID) } });
  const published = () => harness.slack.calls.filter(({ method }) => method === "views.publish").length;
  try {
    const times: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      const before = published();
      const begun = performance.now();
      await (time === 0 ? harness.openHome(user) : harness.press(user, time % 2 === 1 ? "home_me" : "home_team"));
      await eventually(() => published() > before);
      times.push(performance.now() - begun);
    }
    return times;
  } finally {
    await harness.close();
  }
}
