import type { ControlsState } from "../../controls/controls";
import type { Json } from "../../slack/json";

/** A member of the workspace, as the fake Slack returns them. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly tz: string | null;
  readonly deactivated: boolean;
  readonly bot: boolean;
  readonly guest: boolean;
  readonly workspaceAdmin: boolean;
}

/** A conversation that the current person is in. */
export interface Channel {
  readonly id: string;
  readonly is_im: boolean;
  /** Only for channels. */
  readonly name?: string;
  readonly num_members?: number;
  /** Whether the app is in it. */
  readonly is_member?: boolean;
}

export interface Message {
  readonly channel: string;
  readonly ts: string;
  readonly author: string;
  readonly text: string;
  readonly blocks: readonly Json[];
  /** The only one who sees it. */
  readonly to?: string;
  readonly editedTs?: string;
  readonly files?: readonly MessageFile[];
}

/** A file in a message, as Slack shows it. */
export interface MessageFile {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** "CSV". */
  readonly pretty_type: string;
}

/** The current person's Home, or one of their open modals. */
export interface View {
  readonly id: string;
  readonly view: Json;
  readonly blocks: readonly Json[];
  readonly values: Json;
  /** Errors next to fields, by block; under the view's id, the error at its head. */
  readonly errors: Json;
  readonly count: number;
}

/** The workspace as one person sees it. */
export interface WorkspaceView {
  /** ISO. */
  readonly now: string;
  readonly team: { readonly id: string; readonly name: string };
  readonly bot: { readonly userId: string };
  readonly members: readonly Member[];
  readonly channels: readonly Channel[];
  readonly messages: readonly Message[];
  readonly homes: Readonly<Record<string, View | null>>;
  readonly modals: Readonly<Record<string, readonly View[]>>;
}

/** Everything that the page renders, fetched together, so that it is consistent. */
export interface Snapshot {
  /** The current person's id. */
  readonly me: string;
  readonly workspace: WorkspaceView;
  readonly controls: ControlsState;
  /** Each person's role in Paceline, by id. */
  readonly roles: Readonly<Record<string, string>>;
  /** When it was fetched, by the browser's clock, so that shown clocks can keep running. */
  readonly fetchedAt: number;
}
