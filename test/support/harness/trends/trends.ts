import type { Goal } from "../../../../src/goals/goal";
import type { Freshness } from "../../../../src/sync/state/freshness";
import { type Day, day } from "../../../../src/time/day";
import { aGoal, type Figure, saveFigures } from "../../builders/goals";
import { testDatabase } from "../../env/database";
import { type GoalsHarness, goalsHarness, savePeople, TODAY } from "../goals";

const CALLS = "phone_call_quantity";
const goal = (_id: string, given: Partial<Goal>) =>
  aGoal(_id, { userId: "U0ANA", type: CALLS, targets: [{ from: day("2026-09-01"), target: 220 }], ...given });
const GOALS = [
  goal("ana-calls", {}),
  goal("ana-mail", { type: "email_quantity" }),
  goal("ana-closing", { type: "lead_progression_c" }),
  goal("ben-calls", { userId: "U0BEN" }),
];
const FIGURES: readonly Figure[] = [
  { userId: "U0ANA", type: CALLS, before: 1, value: 95 },
  { userId: "U0ANA", type: CALLS, before: 0, value: 4 },
  { userId: "U0ANA", type: "email_quantity", before: 20, value: 19 },
  { userId: "U0BEN", type: CALLS, before: 2, value: 50 },
];

/** A chart as Slack took it. */
interface PostedChart {
  readonly type: string;
  readonly title: string;
  readonly chart: {
    readonly type: string;
    readonly series: readonly { readonly name: string; readonly data: readonly { readonly value: number }[] }[];
  };
}

const ALWAYS = day("2026-01-01");

/**
 * The harness of goals, started once for all tests of a file, in which Ana has 99 calls, Ben 50, and each a goal of 220 a
 * month. Call it where `describe` is called.
 */
export function trendHarness() {
  const test = testDatabase();
  let harness: GoalsHarness | undefined;
  let from = ALWAYS;
  beforeAll(async () => {
    const freshness = async (): Promise<readonly Freshness[]> => [
      { source: "copper", asOf: new Date("2026-10-28T15:00:00Z"), state: "fresh", from },
    ];
    harness = await goalsHarness(test, { freshness });
  });
  beforeEach(async () => {
    from = ALWAYS;
    await savePeople(test.db);
    await test.db.collection<Goal>("goals").insertMany([...GOALS]);
    await saveFigures(test.db, { today: TODAY, figures: FIGURES });
  });
  afterAll(() => harness?.close());
  const started = () => {
    if (harness === undefined) throw new Error("The harness is started before the tests");
    return harness;
  };
  const newest = (user: string) => started().shown(user).at(-1);
  return {
    test,
    get harness() {
      return started();
    },
    /** Copper was read from this day on. */
    readSince: (first: Day) => {
      from = first;
    },
    newest,
    /** The charts of the newest message that only this person sees. */
    charts: (user: string): readonly PostedChart[] =>
      JSON.parse(JSON.stringify(newest(user)?.blocks ?? [])).filter(
        ({ type }: PostedChart) => type === "data_visualization",
      ),
  };
}
