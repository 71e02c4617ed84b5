import type { Db } from "mongodb";
import { day } from "../../src/metrics/day";
import type { Person } from "../../src/people/person";
import { aPerson } from "../people/people";
import { eventually } from "../slack/eventually";
import { keepTeam, keptNeeds } from "../slack/home/kept-team";
import { slackLab } from "../slack/lab";

const SIZE = 200;
const TIMES = 5;
const today = day("2026-10-28");

/** From the press to the page in Slack: the team's page of 200 reps with 20,000 metric documents, in a line. */
export async function homeBench(db: Db): Promise<string> {
  await db.collection<Person>("users").insertOne(aPerson("U0MAX", { name: "Max", role: "manager" }));
  await keepTeam(db, { size: SIZE, today });
  const lab = await slackLab({ needs: keptNeeds(db, today) });
  const published = () => lab.slack.calls.filter(({ method }) => method === "views.publish").length;
  try {
    const took: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      const before = published();
      const begun = performance.now();
      await (time === 0 ? lab.openHome("U0MAX") : lab.press("U0MAX", time % 2 === 1 ? "home_team" : "home_me"));
      await eventually(() => published() > before);
      took.push(Math.round(performance.now() - begun));
    }
    const documents = await db.collection("metrics").countDocuments();
    const [own, team = 0, mine, again = 0] = took;
    return `Home with ${SIZE} reps, ${documents} metric documents: one's own ${own} and ${mine} ms, the team's ${team} and ${again} ms`;
  } finally {
    await lab.close();
  }
}
