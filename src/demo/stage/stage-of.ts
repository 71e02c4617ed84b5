import type { SlackServer } from "../../slack/app";
import type { Demo } from "../demo";
import { demoStage } from "./demo-stage";
import type { Stage } from "./stage";

/** The stage of a demo whose app is served by this door; `tick` does what became due when the clock was moved. */
export function stageOf(
  { app, clock, farEnds, database }: Demo,
  { door, tick }: { readonly door: SlackServer; readonly tick?: () => Promise<void> },
): Stage {
  const idle = async () => {
    await app.sync.idle();
    await door.idle();
  };
  const { dueBetween } = app.mornings;
  const moved = tick === undefined ? {} : { tick, dueBetween };
  return demoStage({ clock, farEnds, db: database.db, days: app.days, idle, ...moved });
}
