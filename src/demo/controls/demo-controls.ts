import { KeyedQueue } from "../../lib/concurrency";
import type { SlackServer } from "../../slack/app";
import type { Demo } from "../demo";
import { passingDaysOf } from "../passing/passing-days-of";
import type { ControlsDeps, DemoAction } from "./action";
import { ActionLog } from "./action-log";
import { clockActions } from "./clock-actions";
import type { ControlsAction, DemoControls } from "./controls";
import { eventActions } from "./event-actions";
import { faultActions } from "./fault-actions";
import { resetAll } from "./reset";

/** Assembles the demo's controls from its clock, its fakes and its database. */
export function demoControls(deps: ControlsDeps): DemoControls {
  const { clock, days } = deps;
  const { groups, clearFaults } = groupsOf(deps);
  const actions = new Map(groups.flatMap((group) => group.actions.map((action) => [action.id, action] as const)));
  const queue = new KeyedQueue();
  const log = new ActionLog(clock.now);
  return {
    state: () => ({
      now: clock.now().toISOString(),
      zone: days.zone,
      groups: groups.map(({ id, title, actions: of }) => ({ id, title, actions: of.map(actionState) })),
      ...log.state,
    }),
    run: async (id, user) => {
      const action = actions.get(id);
      if (action === undefined) throw new RangeError(`The stage knows no action ${JSON.stringify(id)}`);
      return queue.run("controls", async () => log.record(id, await action.run(user)));
    },
    reset: () =>
      queue.run("controls", async () => {
        // Otherwise the reset would wait for a sync that a fault holds up.
        clearFaults();
        return log.restart(await resetAll(deps));
      }),
    onChange: (listener) => log.onChange(listener),
  };
}

function groupsOf(deps: ControlsDeps) {
  const faults = faultActions(deps.fakes);
  const groups = [
    { id: "clock", title: "Move the clock", actions: clockActions(deps) },
    { id: "events", title: "Make something happen", actions: eventActions(deps) },
    { id: "faults", title: "Break something", actions: faults.actions },
  ] as const;
  return { groups, clearFaults: faults.clear };
}

function actionState({ id, label, hint, on }: DemoAction): ControlsAction {
  return { id, label, hint, ...(on === undefined ? {} : { on: on() }) };
}

interface Serving extends Pick<ControlsDeps, "tick" | "begin"> {
  readonly server: SlackServer;
  /** The address that the app is served at, so that days pass; the team stands still unless given. */
  readonly appUrl?: string;
}

/** The controls of a demo whose app is behind this server. */
export function controlsOf(demo: Demo, { server, tick, appUrl, ...given }: Serving): DemoControls {
  const { app, clock, fakes, database } = demo;
  const idle = async () => {
    await app.sync.idle();
    await server.idle();
  };
  const { dueBetween } = app.digests;
  const moved = tick === undefined ? {} : { tick, dueBetween };
  const passing = appUrl === undefined ? {} : { passing: passingDaysOf(demo, appUrl) };
  return demoControls({ clock, fakes, db: database.db, days: app.days, idle, ...given, ...moved, ...passing });
}
