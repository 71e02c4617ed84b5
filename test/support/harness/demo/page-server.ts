import type { ControlsState, DemoControls } from "../../../../src/demo/controls/controls";
import { servePage } from "../../../../src/demo/page-server/serve-page";
import type { FakeSlack } from "../../../../src/demo/slack/fake-slack";

/** Controls with one fault and one event, which record what was done with them. */
export function scriptedControls() {
  const listeners = new Set<() => void>();
  const acted: { readonly id: string; readonly user: string }[] = [];
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const state = (): ControlsState => ({
    now: "2026-10-28T21:05:00.000Z",
    zone: "America/Los_Angeles",
    groups: [
      {
        id: "faults",
        title: "Faults",
        actions: [{ id: "fault.justcall-down", label: "JustCall is down", hint: "Sync again.", on: acted.length > 0 }],
      },
    ],
    said: acted.map(({ id }) => ({ at: "2026-10-28T21:05:00.000Z", text: `Done: ${id}` })).reverse(),
    done: Object.fromEntries(acted.map(({ id }) => [id, 1])),
  });
  const controls: DemoControls = {
    state,
    run: async (id, user) => {
      if (id === "fault.broken") throw new Error("The far end is gone");
      if (id !== "fault.justcall-down") throw new RangeError(`Nothing here is called ${id}`);
      acted.push({ id, user });
      tell();
      return "JustCall is down: sync again.";
    },
    reset: async () => {
      acted.length = 0;
      tell();
      return "Everything is as it was.";
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { controls, acted, listeners };
}

/** The page on that workspace, on a free port. */
export async function pageOn(slack: FakeSlack) {
  const { controls, acted, listeners } = scriptedControls();
  const roles = async () => ({ U0BEN: "manager" });
  const page = await servePage({ slack, controls, roles, port: 0 });
  return { page, acted, listeners };
}
