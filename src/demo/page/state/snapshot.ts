import type { ControlsState } from "../../controls/controls";
import type { Json } from "../../slack/json";

/** Somebody in the workspace, as the stand-in shows them. */
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

/** A conversation that I am in. */
export interface Channel {
  readonly id: string;
  readonly is_im: boolean;
  /** Only channels have one. */
  readonly name?: string;
  readonly num_members?: number;
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

/** My Home, or one of my open modals. */
export interface View {
  readonly id: string;
  readonly view: Json;
  readonly blocks: readonly Json[];
  readonly values: Json;
  /** What stands beside the fields, by block; by the view's id what stands at its head. */
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

/** All that the page draws: fetched together, so that it fits together. */
export interface Snapshot {
  /** Whose it is. */
  readonly me: string;
  readonly workspace: WorkspaceView;
  readonly controls: ControlsState;
  /** What Paceline takes each person for, by id. */
  readonly roles: Readonly<Record<string, string>>;
  /** When it was fetched, in the browser's milliseconds, so that clocks can go on. */
  readonly fetchedAt: number;
}
