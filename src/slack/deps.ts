import type { WebClient } from "@slack/web-api";
import type { Delivery, UndeliveredRow } from "../digests/delivery/delivery";
import type { DigestMemory } from "../digests/delivery/ports";
import type { BoardRequests } from "../digests/schedule/board-requests";
import type { Board, BoardStore } from "../digests/schedule/boards";
import type { NextDigest, UpcomingDigests } from "../digests/schedule/digest-schedule";
import type { Resends } from "../digests/schedule/resend";
import type { Finding } from "../doctor/finding";
import type { Erasure } from "../erasure/erase-person";
import type { GoalEditStore } from "../goals/edit-store";
import type { HolidayBook } from "../goals/holidays";
import type { OverviewStore, OwnOverview } from "../goals/overview-store";
import type { ShownFiguresStore } from "../goals/shown/shown-figures-store";
import type { TeamSettingsStore } from "../goals/team-settings-store";
import type { TrendStore } from "../goals/trends/trend-store";
import type { Budget } from "../lib/budget";
import type { SharedWork } from "../lib/concurrency";
import type { WorkQueue } from "../lib/work-queue";
import type { Log } from "../log";
import type { FactSummaries } from "../metrics/fact-summary-store";
import type { PeopleStore } from "../people/people-store";
import type { RefusalStore } from "../people/refusal-store";
import type { TeamZoneStore } from "../people/team-zone-store";
import type { OrderImports } from "../sync/order-imports";
import type { Progress, ReportSources } from "../sync/report";
import type { RequestSync } from "../sync/request";
import type { RunStore } from "../sync/run/run-store";
import type { Freshness } from "../sync/state/freshness";
import type { TeamStore } from "../teams/team-store";
import type { Day, DayRange, ZoneDays } from "../time/day";
import type { WebRoute } from "../web/endpoint";
import type { Why, WhyQuery } from "../why/why";
import type { ActorLookup } from "./platform/actors";
import type { IdempotencyStore } from "./platform/idempotency-store";
import type { LiveMessages } from "./platform/live-message";
import type { RefusedBlocksStore } from "./platform/refused-blocks-store";
import type { SignatureWatch } from "./platform/signature-watch";
import type { Message } from "./ui/blocks";
import type { ChartMessage } from "./ui/charts";

/** People, and what each has chosen. */
export type PeopleDeps = Pick<
  PeopleStore,
  | "all"
  | "one"
  | "set"
  | "introUntil"
  | "endIntro"
  | "salesmen"
  | "mapSalesman"
  | "override"
  | "giveRole"
  | "takeRoleBack"
>;

/** What people ask of digests and leaderboards outside of their schedule. */
export interface DigestDeps extends Resends, BoardRequests, DigestMemory {
  /** Somebody's digest as it would be now; `null` for whoever has no goals. */
  preview(userId: string): Promise<Message | ChartMessage | null>;
  next(userId: string): Promise<NextDigest>;
  /** The digests that come next, of everybody; `null` where none is in sight. */
  upcoming(): Promise<UpcomingDigests | null>;
  /** A team's leaderboard as it is now, with the ranks of `reader` where one is given; `null` for a team that does not exist. */
  board(query: { readonly teamId: string; readonly reader?: string }): Promise<Message | ChartMessage | null>;
  /** A team's leaderboard as it would be with these settings; `null` for a team that does not exist. */
  boardPreview(board: Pick<Board, "teamId" | "settings">): Promise<BoardPreview | null>;
  /** The latest deliveries, newest first. */
  deliveries(): Promise<readonly Delivery[]>;
  /** Those from a day on that did not arrive, or may not have, newest first. */
  undelivered(since: Day): Promise<readonly UndeliveredRow[]>;
}

/** A leaderboard as it would look, in blocks that a modal takes. */
export interface BoardPreview extends Message {
  /** Whether its time of today has come and not passed, posted or not. */
  readonly isDue: boolean;
  /** The next instant at which it is due; `null` where it is not posted. */
  readonly next: Date | null;
  /** Whether metrics are left out that it would have by result. */
  readonly leavesOut: boolean;
  /** The boards that together with it tell goals of people who are on both. */
  readonly revealing: readonly Pick<Board, "team">[];
}

/** The team's time zone, and what another one would move. */
export interface TeamZoneSettings extends Pick<TeamZoneStore, "chosen" | "set"> {
  /** The days on which records lie, by this zone, both included; `null` without any. */
  span(days: ZoneDays): Promise<DayRange | null>;
  /** Counts the facts, about. */
  facts(): Promise<number>;
  /** Whether the environment names it, so that it cannot be set here. */
  readonly configured: boolean;
}

/** What Slack's part of the app is handed; it creates nothing of this itself. */
export interface SlackDeps {
  readonly signingSecret: string;
  readonly botToken: string;
  /** Given, events come through Socket Mode instead of HTTP. */
  readonly appToken?: string | undefined;
  /** Another base for Slack's methods, with its path; Slack's own when unset. */
  readonly apiUrl?: string | undefined;
  readonly requestSync: RequestSync;
  overview(userId: string): Promise<OwnOverview>;
  readonly shownFigures: ShownFiguresStore;
  /** The records behind a figure; whether whoever asks may see them is not checked. */
  why(query: WhyQuery): Promise<Why>;
  freshness(): Promise<readonly Freshness[]>;
  /** When the next sync begins by itself; `null` where none is scheduled, absent where that is not known. */
  nextSync?(): Promise<Date | null>;
  /** Tells whether a sync is running, in whatever process. */
  syncing(): Promise<boolean>;
  /** Checks the whole installation, for admins; takes seconds. */
  readonly doctor: () => Promise<readonly Finding[]>;
  readonly people: PeopleDeps;
  /** Everybody's figures, and what figures are made of. */
  readonly overviews: Pick<OverviewStore, "teamOverview" | "teamOverviews" | "teamWhole" | "figures">;
  /** The named teams; a company without any has Everyone alone. */
  readonly teams: TeamStore;
  /** Figures over time; whether whoever asks may see them is not checked. */
  readonly trends: TrendStore;
  readonly reportSources: ReportSources;
  /** Which messages show a sync that is under way. */
  readonly liveMessages: LiveMessages;
  /** The kinds of blocks that this workspace refuses. */
  readonly refusedBlocks: RefusedBlocksStore;
  /** The team's calendar, and the public holidays to pick from. */
  readonly settings: TeamSettingsStore;
  readonly holidays: HolidayBook;
  readonly teamZone: TeamZoneSettings;
  readonly runs: Pick<RunStore, "latest" | "latestUnmatched" | "ofReport">;
  readonly facts: Pick<FactSummaries, "unowned" | "ownerMonths" | "leftOutNames">;
  readonly goalEdits: GoalEditStore;
  readonly digests: DigestDeps;
  readonly boards: BoardStore;
  readonly imports: Pick<OrderImports, "maxBytes" | "preview" | "apply" | "undo">;
  readonly idempotency: IdempotencyStore;
  /** Requests of Slack's that were accepted in the last minutes, by all processes. */
  readonly signatures: Pick<IdempotencyStore, "first">;
  readonly signatureWatch: SignatureWatch;
  /** Milliseconds since 1970 by the machine's clock, which signatures are dated by. */
  readonly clock: () => number;
  /** As what somebody acts now; everything that people do is asked of it. */
  readonly actor: ActorLookup;
  readonly refusals: RefusalStore;
  /** Erases people, after a look at what that comes to. */
  readonly erasure: Pick<Erasure, "preview" | "erase">;
  readonly days: ZoneDays;
  now(): Date;
  readonly log: Log;
  /** Waits so many milliseconds; the process's own timer when unset. */
  readonly sleep?: (ms: number) => Promise<void>;
  /** A short id that an error reply and the log share. */
  reference(): string;
  /** Endpoints of our own, served on the same port. */
  readonly routes?: readonly WebRoute[];
  /** Runs once the server is up; `refreshHomes` renders the open App Homes of these people again. */
  onStarted?(refreshHomes: (userIds: readonly string[]) => Promise<void>): void;
  /** Runs when the server takes nothing new any more and what was under way has ended; the stop waits for it. */
  onStopped?(): Promise<void>;
}

/** What every listener works with. */
export interface SlackContext {
  readonly deps: SlackDeps;
  /** Writes messages, which may have to wait for their turn. */
  readonly client: WebClient;
  /** Opens and changes modals. It refuses at once where Slack limits it: a trigger is good for three seconds. */
  readonly modals: WebClient;
  readonly homes: HomeUpdates;
  /** The syncs that run for somebody, by whom and what they asked for: who asks again meanwhile shares them. */
  readonly syncs: SharedWork<SyncClosing>;
  /** How often somebody without any right is told so. */
  readonly outsiders: Budget;
  /** In which commands and presses are worked off, once they are acknowledged. */
  readonly queue: WorkQueue;
  /** Names Slack's id of the workspace; `null` while it is not known. */
  workspace(): string | null;
}

/** Brings App Homes up to date after something changed. */
export interface HomeUpdates {
  /** Renders somebody's page; `hash` is that of the page as last seen. */
  refresh(userId: string, hash?: string): Promise<void>;
  /** Renders the open pages among these people's, and those of whoever sees others' figures. */
  refreshOpen(userIds: readonly string[]): Promise<void>;
  /** Marks a sync of this person's as running; the mark shows its progress and ends it. */
  beginSync(userId: string): SyncMark;
}

/** What is said where a sync was requested, and the DM in which its report is; `null` where that could not be written to. */
export interface SyncClosing extends Message {
  readonly dm: string | null;
}

/** A sync that somebody's page shows as running. */
export interface SyncMark {
  show(progress: Progress): void;
  end(): void;
}
