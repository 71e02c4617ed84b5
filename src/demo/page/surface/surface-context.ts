import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Json } from "../../slack/json";
import type { Entry } from "../elements/entry";
import type { Member } from "../state/snapshot";

/** What was pressed or chosen. */
export interface ElementAction {
  readonly element: Json;
  readonly blockId: string;
  readonly value?: Entry;
}

/** What blocks need to know of the place they stand in. */
export interface SurfaceContext {
  /** By id: people's names and channels'. */
  readonly names: ReadonlyMap<string, string>;
  readonly channels: ReadonlyMap<string, string>;
  readonly people: readonly Member[];
  /** The zone of whoever looks. */
  readonly zone: string | null;
  /** What stands beside the fields, by block. */
  readonly errors: Json;
  perform(action: ElementAction): Promise<void>;
}

const Context = createContext<SurfaceContext>({
  names: new Map(),
  channels: new Map(),
  people: [],
  zone: null,
  errors: {},
  perform: async () => {},
});

export const SurfaceProvider = Context.Provider;

export function useSurface(): SurfaceContext {
  return useContext(Context);
}
