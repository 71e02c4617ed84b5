import type { Db } from "mongodb";
import type { ZoneDays } from "../../metrics/day";
import { Turns } from "../../slack/home/turns";
import type { DemoClock } from "../clock";
import type { FarEnds } from "../far-ends";
import { clockDeeds } from "./clock-deeds";
import type { Deed } from "./deed";
import { eventDeeds } from "./event-deeds";
import { faultDeeds } from "./fault-deeds";
import { resetAll } from "./reset";
import type { Stage, StageAction, StageState } from "./stage";

export interface StageNeeds {
  readonly clock: DemoClock;
  readonly farEnds: FarEnds;
  /** The demo's own database: a reset empties it. */
  readonly db: Db;
  /** The team's. */
  readonly days: ZoneDays;
  /** Resolves when the app is at work on nothing: no sync runs, no listener either. */
  readonly idle: () => Promise<void>;
  /** Does what became due when the clock was moved. */
  readonly tick?: () => Promise<void>;
}

const MOST_SAID = 20;

export function demoStage(needs: StageNeeds): Stage {
  const faults = faultDeeds(needs.farEnds);
  const groups = [
    { id: "clock", title: "Clock", deeds: clockDeeds(needs) },
    { id: "faults", title: "What breaks", deeds: faults.deeds },
    { id: "events", title: "What happens", deeds: eventDeeds(needs) },
  ] as const;
  const deeds = new Map(groups.flatMap((group) => group.deeds.map((deed) => [deed.id, deed] as const)));
  const turns = new Turns();
  const listeners = new Set<() => void>();
  let said: StageState["said"] = [];
  let done: StageState["done"] = {};

  const say = (text: string) => {
    said = [{ at: needs.clock.now().toISOString(), text }, ...said].slice(0, MOST_SAID);
    for (const listener of listeners) listener();
    return text;
  };
  return {
    state: () => ({
      now: needs.clock.now().toISOString(),
      zone: needs.days.zone,
      groups: groups.map((group) => ({ id: group.id, title: group.title, actions: group.deeds.map(shown) })),
      said,
      done,
    }),
    act: async (id, user) => {
      const deed = deeds.get(id);
      if (deed === undefined) throw new RangeError(`The stage knows no action ${JSON.stringify(id)}`);
      return turns.inTurn("stage", async () => {
        const text = await deed.run(user);
        done = { ...done, [id]: (done[id] ?? 0) + 1 };
        return say(text);
      });
    },
    reset: () =>
      turns.inTurn("stage", async () => {
        faults.clear();
        const text = await resetAll(needs);
        [said, done] = [[], {}];
        return say(text);
      }),
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function shown({ id, label, hint, on }: Deed): StageAction {
  return { id, label, hint, ...(on === undefined ? {} : { on: on() }) };
}
