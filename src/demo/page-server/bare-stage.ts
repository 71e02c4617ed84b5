import type { Stage } from "../stage/stage";

/** A stage on which nothing can be moved: it shows what time it is. */
export function bareStage({ now, zone }: { readonly now: () => Date; readonly zone: string }): Stage {
  return {
    state: () => ({ now: now().toISOString(), zone, groups: [], said: [], done: {} }),
    act: async (id) => {
      throw new RangeError(`Nothing here is called ${id}`);
    },
    reset: async () => "There is nothing to reset.",
    watch: () => () => {},
  };
}
