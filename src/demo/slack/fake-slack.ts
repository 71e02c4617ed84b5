import { SCOPES } from "../../slack/platform/probe";
import type { SlackCall } from "./http/api";
import { SlackFaults } from "./http/faults";
import { RateLimits } from "./http/rate-limits";
import { type ResponseContext, ResponseUrls, type ResponseUse } from "./http/response-urls";
import { serveSlack } from "./http/serve";
import { SocketServer } from "./http/socket-server";
import type { Json } from "./json";
import { AppClient } from "./people/app-client";
import { type WorkspaceActions, workspaceActions } from "./people/workspace-actions";
import type { SlackChannel } from "./state/channels";
import { BOT, type SlackMember } from "./state/members";
import { type Queries, queriesOf, stateOf } from "./state/queries";
import type { SlackUserGroup } from "./state/user-groups";
import { type Change, createWorkspace } from "./state/workspace";

/** The options of a fake workspace. */
export interface SlackOptions {
  /** The scopes of the bot's token; those that Paceline needs unless given, and none that is optional. */
  readonly scopes?: readonly string[];
  /** 0, and nothing, picks a free one. */
  readonly port?: number;
  /** The workspace's clock, which dates messages and ends response_urls. Signatures and rate limits follow the real one. */
  readonly now: () => Date;
  readonly signingSecret: string;
  readonly botToken: string;
  /** With it the app may use Socket Mode; once connected, it is sent everything over the socket instead of HTTP. */
  readonly appToken?: string;
  readonly team: { readonly id: string; readonly name: string };
  readonly members: readonly SlackMember[];
  readonly channels?: readonly SlackChannel[];
  readonly userGroups?: readonly SlackUserGroup[];
  /** Whether Slack's limits a minute hold; they do unless said otherwise. */
  readonly rateLimits?: boolean;
  /** A factor on those limits; 1 unless given. */
  readonly rateScale?: number;
  /** Whether a channel takes only one message a second; not unless asked for, as Slack lets short bursts pass. */
  readonly channelRate?: boolean;
  /** `SLACK_RETRIES_MS` sends unanswered events again as Slack does; they are not unless asked for. */
  readonly retryEventsAfterMs?: readonly number[];
}

/** A fake Slack workspace on 127.0.0.1, with its people and what they see. */
export interface FakeSlack extends WorkspaceActions, Queries {
  /** The value for `slackApiUrl`. */
  readonly url: string;
  /** The ids of the app and its user. */
  readonly bot: typeof BOT;
  /** Sets the URL where the app listens, with or without `/slack/events`. */
  connect(appUrl: string): void;
  /** Asks an app in Socket Mode to reconnect, as Slack does every few hours. */
  refreshSockets(): void;
  /** Whether the app is connected by Socket Mode. */
  socketOpen(): boolean;
  close(): Promise<void>;
  readonly faults: SlackFaults;
  readonly calls: readonly SlackCall[];
  readonly responses: readonly ResponseUse[];
  /** Issues an address to answer at, for a request that is made by hand. */
  issueResponseUrl(context: ResponseContext): string;
  /** Delays new messages in histories by this time, on the workspace's clock. */
  delayHistory(ms: number): void;
  /** Lets Slack not know these kinds of blocks here, as where it has not rolled them out; none for all that it has. */
  withoutBlocks(...types: readonly string[]): void;
  /** Replaces a file's content, as when a snippet is edited. */
  changeFile(id: string, bytes: Uint8Array): void;
  deleteFile(id: string): void;
  /** Adds or changes a member: deactivated, in another zone, renamed. The app is not notified. */
  putMember(member: SlackMember): void;
  /** Adds or changes a user group. The app is not notified. */
  putUserGroup(group: SlackUserGroup): void;
  /** The workspace as JSON, or as one person sees it: the body of `/demo/state`. */
  state(user?: string): Json;
  /**
   * Resets the workspace to its start: its people and channels, without any message, Home or modal. Clears calls,
   * responses and faults, too.
   */
  restore(): void;
  /** Calls back when something that people see has changed; the returned function unsubscribes. */
  onChange(listener: (change: Change) => void): () => void;
}

/** Starts a fake workspace. */
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
    withoutBlocks: (...types) => {
      workspace.unknownBlocks.clear();
      for (const type of types) workspace.unknownBlocks.add(type);
    },
    changeFile: (id, bytes) => workspace.files.change(id, bytes),
    deleteFile: (id) => workspace.files.delete(id),
    putMember: (member) => {
      workspace.members.set(member.id, member);
    },
    putUserGroup: (group) => {
      workspace.userGroups.set(group.id, group);
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
    issueResponseUrl: (context) => responseUrls.issue(context),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
