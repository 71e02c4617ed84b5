import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Json } from "../../slack/json";
import { type Done, post, upload } from "./api-client";
import type { Place } from "./route";
import type { Member, Snapshot, View } from "./snapshot";

/** What all parts of the page share: what is seen, by whom, and how things are done. */
export interface Desk {
  readonly snapshot: Snapshot;
  readonly me: Member;
  readonly place: Place;
  go(place: Place): void;
  become(user: string): void;
  /** Does something as me; what went wrong is shown. */
  act(path: string, body: Json): Promise<Done>;
  /** Puts a file of mine into a conversation; what went wrong is shown. */
  drop(file: File, channel: string): Promise<Done>;
}

const Context = createContext<Desk | null>(null);

export const DeskProvider = Context.Provider;

export function useDesk(): Desk {
  const desk = useContext(Context);
  if (desk === null) throw new Error("This is drawn only once somebody looks");
  return desk;
}

/** My conversation with the app. */
export function dmOf({ workspace, me }: Snapshot): string {
  return workspace.channels.find(({ is_im: direct }) => direct)?.id ?? `D${me.slice(1)}`;
}

export function homeOf({ workspace, me }: Snapshot): View | null {
  return workspace.homes[me] ?? null;
}

export function modalsOf({ workspace, me }: Snapshot): readonly View[] {
  return workspace.modals[me] ?? [];
}

/** Sends what was done, as that person. */
export function actAs(user: string, troubled: (words: string) => void): Pick<Desk, "act" | "drop"> {
  const told = async (doing: Promise<Done>) => {
    const done = await doing;
    if (!done.ok) troubled(done.said === "" ? "That did not work." : done.said);
    return done;
  };
  return {
    act: (path, body) => told(post(path, { user, ...body })),
    drop: (file, channel) => told(upload(file, { user, channel })),
  };
}
