import { createHash } from "node:crypto";
import type { Goal } from "./goal";

/** Which version of a goal somebody looked at: another one has another target or is archived; `none` for no goal. */
export function goalVersion(goal: Pick<Goal, "targets" | "active"> | null): string {
  if (goal === null) return "none";
  const rows = goal.targets.map(({ from, target }) => [from, target]);
  return createHash("sha256")
    .update(JSON.stringify([rows, goal.active]))
    .digest("hex")
    .slice(0, 16);
}
