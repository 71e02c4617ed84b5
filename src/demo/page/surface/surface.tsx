import { useMemo, useState } from "preact/hooks";
import type { Json } from "../../slack/json";
import { Blocks } from "../blocks/block";
import { type Entries, withEntry } from "../elements/entry";
import { usePage } from "../state/page-context";
import { peopleOf } from "../state/people";
import type { Snapshot } from "../state/snapshot";
import { FieldsProvider } from "./fields";
import { type ElementAction, type SurfaceContext, SurfaceProvider } from "./surface-context";

/** Where blocks stand: what an action says of its place, beside what is held in the fields there. */
export interface SurfaceProps {
  readonly blocks: readonly Json[];
  /** As the control interface takes it: `{ viewId }`, or `{ messageTs, channel }`. */
  readonly from: Json;
  readonly values?: Json;
  readonly errors?: Json;
  /** What is entered so far, for whoever sends the whole form. */
  readonly entered?: (entries: Entries) => void;
}

/** The blocks of a message, a Home or a modal, with what is entered into them. */
export function Surface({ blocks, from, values = {}, errors = {}, entered }: SurfaceProps) {
  const { perform, snapshot, me } = usePage();
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
  const shown: SurfaceContext = { ...names, zone: me.tz, errors, perform: press };
  return (
    <SurfaceProvider value={shown}>
      <FieldsProvider value={{ entries, values, enter }}>
        <Blocks of={blocks} />
      </FieldsProvider>
    </SurfaceProvider>
  );
}

/** Only what was entered into blocks that still stand there: the app may have taken some away. */
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
