import { useEffect, useState } from "preact/hooks";
import type { StageState } from "../../stage/stage";
import { clockTime, shortDay, zoneName } from "../times";

/** The demo's date and time where the team is; it goes on by itself. */
export function Clock({ stage, fetchedAt }: { readonly stage: StageState; readonly fetchedAt: number }) {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick(Date.now()), 5_000);
    return () => clearInterval(timer);
  }, []);
  const at = new Date(Date.parse(stage.now) + Math.max(0, Date.now() - fetchedAt));
  return (
    <section class="stage-clock" aria-label="The demo's clock">
      <p class="stage-time">
        {clockTime(at, stage.zone)} <small>{zoneName(at, stage.zone)}</small>
      </p>
      <p class="stage-day">{shortDay(at, stage.zone)}</p>
    </section>
  );
}
