import type { Db } from "mongodb";
import { SAMPLE_WINDOW } from "../../src/demo/sample/dates";
import type { Person } from "../../src/people/person";
import { aPerson } from "../support/builders/people";
import { saveTeam, storedTeamDeps } from "../support/harness/home";
import { slackHarness } from "../support/harness/slack";
import { eventually } from "../support/wait";
import { type Figure, took, written } from "./figure";
import { withMongo } from "./own-mongo";

const SIZE = 200;
const TIMES = 5;
const today = SAMPLE_WINDOW.to;

/** From the press to the page in Slack: one's own page, and the team's page of 200 reps with 20,000 metric documents. */
export function homeFigures(): Promise<Figure[]> {
  return withMongo(async ({ db }) => {
    await db.collection<Person>("users").insertOne(aPerson("U0MAX", { name: "Max", role: "manager" }));
    await saveTeam(db, { size: SIZE, today });
    const [own = 0, team = 0, mine = 0, again = 0] = await presses(db);
    const documents = written(await db.collection("metrics").countDocuments());
    const name = `App Home, ${SIZE} reps, ${documents} daily totals`;
    return [
      { what: `${name}: one's own page, first and later`, measured: `${took(own)}, ${took(mine)}` },
      { what: `${name}: the team's page, first and later`, measured: `${took(team)}, ${took(again)}` },
    ];
  });
}

/** How long each took in ms: one's own page and the team's in turn. */
async function presses(db: Db): Promise<readonly number[]> {
  const harness = await slackHarness({ deps: storedTeamDeps(db, today) });
  const published = () => harness.slack.calls.filter(({ method }) => method === "views.publish").length;
  try {
    const times: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      const before = published();
      const begun = performance.now();
      await (time === 0 ? harness.openHome("U0MAX") : harness.press("U0MAX", time % 2 === 1 ? "home_team" : "home_me"));
      await eventually(() => published() > before);
      times.push(performance.now() - begun);
    }
    return times;
  } finally {
    await harness.close();
  }
}
