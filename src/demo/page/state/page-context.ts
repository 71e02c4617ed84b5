import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Json } from "../../slack/json";
import { type ActionResult, post, upload } from "./api-client";
import type { PageLocation } from "./route";
import type { Member, Snapshot, View } from "./snapshot";

/** What all parts of the page share: the snapshot, the current person, and the actions. */
export interface PageContext {
  readonly snapshot: Snapshot;
  readonly me: Member;
  readonly location: PageLocation;
  navigate(location: PageLocation): void;
  switchUser(user: string): void;
  /** Says something that disappears by itself. */
  say(text: string): void;
  /** Runs an action as the current person; a failure is shown. */
  perform(path: string, body: Json): Promise<ActionResult>;
  /** Uploads a file to a conversation; a failure is shown. */
  drop(file: File, channel: string): Promise<ActionResult>;
}

const Context = createContext<PageContext | null>(null);

export const PageProvider = Context.Provider;

export function usePage(): PageContext {
  const page = useContext(Context);
  if (page === null) throw new Error("This is drawn only once somebody looks");
  return page;
}

/** The current person's conversation with the app. */
export function dmOf({ workspace, me }: Snapshot): string {
  return workspace.channels.find(({ is_im: direct }) => direct)?.id ?? `D${me.slice(1)}`;
}

export function homeOf({ workspace, me }: Snapshot): View | null {
  return workspace.homes[me] ?? null;
}

export function modalsOf({ workspace, me }: Snapshot): readonly View[] {
  return workspace.modals[me] ?? [];
}

/** The actions of a person; failures go to `onError`. */
export function userActions(user: string, onError: (text: string) => void): Pick<PageContext, "perform" | "drop"> {
  const reportFailure = async (request: Promise<ActionResult>) => {
    const result = await request;
    if (!result.ok) onError(result.said === "" ? "That did not work." : result.said);
    return result;
  };
  return {
    perform: (path, body) => reportFailure(post(path, { user, ...body })),
    drop: (file, channel) => reportFailure(upload(file, { user, channel })),
  };
}
