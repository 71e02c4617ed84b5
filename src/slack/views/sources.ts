import type { SourceId } from "../../metrics/metrics";
import type { SyncProblem } from "../../sync/report";

/** What people call a source. */
export const SOURCE_NAMES: Readonly<Record<SourceId, string>> = {
  copper: "Copper",
  justcall: "JustCall",
  fishbowl: "Fishbowl",
};

/** What people call whatever a problem is with. */
export const PLACE_NAMES: Readonly<Record<SyncProblem["source"], string>> = {
  ...SOURCE_NAMES,
  slack: "the list of members",
  goals: "the goals",
};
