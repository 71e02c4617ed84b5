import { bareWritesFigures } from "./bare-writes";
import { bigTeamMeasured } from "./big-team";
import { busyFigures } from "./busy";
import type { Figure } from "./figure";
import { homeFigures } from "./home";
import { limitedTeamFigures } from "./limited-team";
import { sampleMonthFigures } from "./sample-month";

/** One thing that is measured, in a process of its own, so that none has another's memory. */
export interface Measure {
  readonly name: string;
  /** Takes long: measured only when it is asked for. */
  readonly long?: true;
  readonly figures: () => Promise<Figure[]>;
}

/** Everything that is measured. */
export const MEASURES: readonly Measure[] = [
  { name: "sample-month", figures: sampleMonthFigures },
  { name: "50-reps", figures: limitedTeamFigures },
  {
    name: "100-reps",
    figures: () => bigTeamMeasured({ reps: 100, mails: 135_000, copperCalls: 15_000, justcallCalls: 150_000 }),
  },
  {
    name: "1000-reps",
    long: true,
    figures: () => bigTeamMeasured({ reps: 1_000, mails: 1_350_000, copperCalls: 150_000, justcallCalls: 1_500_000 }),
  },
  { name: "bare-writes", figures: bareWritesFigures },
  { name: "home", figures: homeFigures },
  { name: "busy", figures: busyFigures },
];
