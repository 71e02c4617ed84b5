import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Json } from "../../slack/json";
import type { Entry } from "../elements/entry";
import type { Member } from "../state/snapshot";

/** A press of a button, or a choice. */
export interface ElementAction {
  readonly element: Json;
  readonly blockId: string;
  readonly value?: Entry;
}

/** What blocks need to know about the surface they are on. */
export interface SurfaceContext {
  /** The names of people and of channels, by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly channels: ReadonlyMap<string, string>;
  readonly people: readonly Member[];
  /** The current person's zone. */
  readonly zone: string | null;
  /** By the demo's clock. */
  readonly now: Date;
  /** Errors next to fields, by block. */
  readonly errors: Json;
  perform(action: ElementAction): Promise<void>;
  openChannel(id: string): void;
}

const Context = createContext<SurfaceContext>({
  names: new Map(),
  channels: new Map(),
  people: [],
  zone: null,
  now: new Date(0),
  errors: {},
  perform: async () => {},
  openChannel: () => {},
});

export const SurfaceProvider = Context.Provider;

export function useSurface(): SurfaceContext {
  return useContext(Context);
}
