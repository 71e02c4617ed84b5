import type { Db } from "mongodb";
import { SAMPLE_WINDOW } from "../../src/demo/sample/dates";
import type { Person } from "../../src/people/person";
import { keepTeam, keptNeeds } from "../slack/home/kept-team";
import { slackLab } from "../slack/lab";
import { aPerson } from "../support/builders/people";
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
    await keepTeam(db, { size: SIZE, today });
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
  const lab = await slackLab({ needs: keptNeeds(db, today) });
  const published = () => lab.slack.calls.filter(({ method }) => method === "views.publish").length;
  try {
    const times: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      const before = published();
      const begun = performance.now();
      await (time === 0 ? lab.openHome("U0MAX") : lab.press("U0MAX", time % 2 === 1 ? "home_team" : "home_me"));
      await eventually(() => published() > before);
      times.push(performance.now() - begun);
    }
    return times;
  } finally {
    await lab.close();
  }
}
