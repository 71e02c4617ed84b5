import { SCOPES } from "../../slack/platform/probe";
import type { SlackCall } from "./http/api";
import { SlackFaults } from "./http/faults";
import { RateLimits } from "./http/rate-limits";
import { ResponseUrls, type ResponseUse } from "./http/response-urls";
import { serveSlack } from "./http/serve";
import { SocketServer } from "./http/socket-server";
import type { Json } from "./json";
import { AppClient } from "./people/app-client";
import { type WorkspaceActions, workspaceActions } from "./people/workspace-actions";
import type { SlackChannel } from "./state/channels";
import { BOT, type SlackMember } from "./state/members";
import { type Queries, queriesOf, stateOf } from "./state/queries";
import { type Change, createWorkspace } from "./state/workspace";

/** How a workspace is to be. */
export interface SlackOptions {
  /** What the bot\'s token may do; what Paceline asks for unless given. */
  readonly scopes?: readonly string[];
  /** 0, and nothing, picks a free one. */
  readonly port?: number;
  /** The workspace's clock, which dates messages and ends response_urls. Signatures and rate limits follow the real one. */
  readonly now: () => Date;
  readonly signingSecret: string;
  readonly botToken: string;
  /** With it the app may connect by Socket Mode; what it opened is sent over instead of HTTP. */
  readonly appToken?: string;
  readonly team: { readonly id: string; readonly name: string };
  readonly members: readonly SlackMember[];
  readonly channels?: readonly SlackChannel[];
  /** Whether Slack's limits a minute hold; they do unless said otherwise. */
  readonly rateLimits?: boolean;
  /** A factor on those limits; 1 unless given. */
  readonly rateScale?: number;
  /** Whether a channel takes only one message a second; not unless asked for, as Slack lets short bursts pass. */
  readonly channelRate?: boolean;
  /** `SLACK_RETRIES_MS` sends unanswered events again as Slack does; they are not unless asked for. */
  readonly retryEventsAfterMs?: readonly number[];
}

/** A Slack workspace on 127.0.0.1, its people and what they see. */
export interface FakeSlack extends WorkspaceActions, Queries {
  /** What `slackApiUrl` is to be. */
  readonly url: string;
  /** The ids of the app and its user. */
  readonly bot: typeof BOT;
  /** Says where the app listens: its address, with `/slack/events` or without. */
  connect(appUrl: string): void;
  /** Asks an app in Socket Mode to connect anew, as Slack does every few hours. */
  refreshSockets(): void;
  /** Whether the app is connected by Socket Mode. */
  socketOpen(): boolean;
  close(): Promise<void>;
  readonly faults: SlackFaults;
  readonly calls: readonly SlackCall[];
  readonly responses: readonly ResponseUse[];
  /** From now on messages show in histories only so long after they were posted, on the workspace's clock. */
  delayHistory(ms: number): void;
  /** Gives a file another content, as somebody does who edits a snippet. */
  changeFile(id: string, bytes: Uint8Array): void;
  deleteFile(id: string): void;
  /** Adds a member, or changes one: deactivated, in another zone, renamed. The app is not told. */
  putMember(member: SlackMember): void;
  /** All of it as JSON, or as one person sees it: what `/demo/state` answers. */
  state(user?: string): Json;
  /**
   * Brings the workspace back to how it began: its people and channels, and no message, Home or modal. Forgets calls,
   * responses and faults, too.
   */
  restore(): void;
  /** Calls back after whatever people see has changed; the answer stops it. */
  onChange(listener: (change: Change) => void): () => void;
}

/** Starts a workspace. */
export async function startFakeSlack(options: SlackOptions): Promise<FakeSlack> {
  const listeners = new Set<(change: Change) => void>();
  let origin = "";
  const workspace = createWorkspace({ ...options, origin: () => origin }, (change) => {
    for (const listener of listeners) listener(change);
  });
  const responseUrls = new ResponseUrls(workspace, () => origin);
  const socketServer = new SocketServer(options.appToken, () => origin);
  const appClient = new AppClient(options.signingSecret, socketServer);
  const actions = workspaceActions({
    workspace,
    appClient,
    responseUrls,
    retryEventsAfterMs: options.retryEventsAfterMs ?? [],
  });
  const { rateLimits: on = true, rateScale: scale = 1, channelRate: perChannel = false } = options;
  const faults = new SlackFaults();
  const calls: SlackCall[] = [];
  const { scopes = SCOPES } = options;
  const api = {
    workspace,
    scopes,
    token: options.botToken,
    socketServer,
    limits: new RateLimits({ on, scale, perChannel }),
    faults,
    calls,
  };
  const state = (user?: string): Json => ({ app: appClient.appUrl, ...stateOf(workspace, user) });
  const server = await serveSlack({ api, control: { actions, state }, responseUrls, socketServer }, options.port ?? 0);
  origin = `http://127.0.0.1:${server.port}`;
  return {
    ...actions,
    ...queriesOf(workspace),
    state,
    delayHistory: (ms) => {
      workspace.messages.historyDelayMs = ms;
    },
    changeFile: (id, bytes) => workspace.files.change(id, bytes),
    deleteFile: (id) => workspace.files.delete(id),
    putMember: (member) => {
      workspace.members.set(member.id, member);
    },
    url: `${origin}/api/`,
    bot: BOT,
    connect: (appUrl) => appClient.connect(appUrl),
    refreshSockets: () => socketServer.refresh(),
    socketOpen: () => socketServer.connected,
    close: server.close,
    restore: () => {
      workspace.restore();
      responseUrls.clear();
      faults.clear();
      calls.length = 0;
    },
    faults,
    calls,
    responses: responseUrls.uses,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
