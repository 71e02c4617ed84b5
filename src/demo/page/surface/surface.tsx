import { useMemo, useState } from "preact/hooks";
import type { Json } from "../../slack/json";
import { Blocks } from "../blocks/block";
import { type Entries, withEntry } from "../elements/entry";
import { usePage } from "../state/page-context";
import { peopleOf } from "../state/people";
import type { Snapshot } from "../state/snapshot";
import { FieldsProvider } from "./fields";
import { type ElementAction, type SurfaceContext, SurfaceProvider } from "./surface-context";

/** The blocks of a surface, where their actions come from, and the state of their fields. */
export interface SurfaceProps {
  readonly blocks: readonly Json[];
  /** As the workspace's routes take it: `{ viewId }`, or `{ messageTs, channel }`. */
  readonly from: Json;
  readonly values?: Json;
  readonly errors?: Json;
  /** Called back with the entries so far, for a form that is sent as a whole. */
  readonly entered?: (entries: Entries) => void;
}

/** The blocks of a message, a Home or a modal, with the entries in their fields. */
export function Surface({ blocks, from, values = {}, errors = {}, entered }: SurfaceProps) {
  const { perform, snapshot, me, navigate } = usePage();
  const [entries, setEntries] = useState<Entries>({});
  const enter = (change: Parameters<typeof withEntry>[1]) => {
    const next = withEntry(entries, change);
    setEntries(next);
    entered?.(next);
  };
  const press = async ({ element, blockId, value }: ElementAction) => {
    const { action_id: actionId } = element;
    await perform("/demo/action", { from, actionId, blockId, value, entries: fitting(entries, blocks) });
  };
  const names = useNames(snapshot);
  const shown: SurfaceContext = {
    ...names,
    zone: me.tz,
    now: new Date(snapshot.workspace.now),
    errors,
    perform: press,
    openChannel: (id) => navigate({ kind: "channel", id }),
  };
  return (
    <SurfaceProvider value={shown}>
      <FieldsProvider value={{ entries, values, enter }}>
        <Blocks of={blocks} />
      </FieldsProvider>
    </SurfaceProvider>
  );
}

/** Only the entries in blocks that still exist: the app may have removed some. */
export function fitting(entries: Entries, blocks: readonly Json[]): Entries {
  const existing = new Set(blocks.map(({ block_id: id }) => id));
  return Object.fromEntries(Object.entries(entries).filter(([blockId]) => existing.has(blockId)));
}

function useNames(snapshot: Snapshot) {
  return useMemo(() => {
    const { members, channels } = snapshot.workspace;
    const named = channels.flatMap(({ id, name }) => (name === undefined ? [] : [[id, name] as const]));
    return {
      people: peopleOf(snapshot),
      names: new Map(members.map(({ id, name }) => [id, name])),
      channels: new Map(named),
    };
  }, [snapshot]);
}
