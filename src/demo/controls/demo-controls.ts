import type { SlackServer } from "../../slack/app";
import { KeyedQueue } from "../../slack/platform/keyed-queue";
import type { Demo } from "../demo";
import type { Deed, StageNeeds } from "./action";
import { StageLog } from "./action-log";
import { clockDeeds } from "./clock-actions";
import type { Stage, StageAction } from "./controls";
import { eventDeeds } from "./event-actions";
import { faultDeeds } from "./fault-actions";
import { resetAll } from "./reset";

/** The stage of the demo whose parts these are. */
export function demoStage(needs: StageNeeds): Stage {
  const { clock, days } = needs;
  const { groups, mendAll } = groupsOf(needs);
  const deeds = new Map(groups.flatMap((group) => group.deeds.map((deed) => [deed.id, deed] as const)));
  const turns = new KeyedQueue();
  const log = new StageLog(clock.now);
  return {
    state: () => ({
      now: clock.now().toISOString(),
      zone: days.zone,
      groups: groups.map(({ id, title, deeds: of }) => ({ id, title, actions: of.map(shown) })),
      ...log.kept,
    }),
    act: async (id, user) => {
      const deed = deeds.get(id);
      if (deed === undefined) throw new RangeError(`The stage knows no action ${JSON.stringify(id)}`);
      return turns.run("stage", async () => log.note(id, await deed.run(user)));
    },
    reset: () =>
      turns.run("stage", async () => {
        // Else a sync that is held up by one would be waited for.
        mendAll();
        return log.beginAnew(await resetAll(needs));
      }),
    watch: (listener) => log.watch(listener),
  };
}

function groupsOf(needs: StageNeeds) {
  const faults = faultDeeds(needs.farEnds);
  const groups = [
    { id: "clock", title: "Clock", deeds: clockDeeds(needs) },
    { id: "faults", title: "What breaks", deeds: faults.deeds },
    { id: "events", title: "What happens", deeds: eventDeeds(needs) },
  ] as const;
  return { groups, mendAll: faults.clear };
}

function shown({ id, label, hint, on }: Deed): StageAction {
  return { id, label, hint, ...(on === undefined ? {} : { on: on() }) };
}

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
