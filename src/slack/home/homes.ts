import type { HomeView } from "@slack/types";
import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import { KeyedQueue } from "../../lib/concurrency";
import { waitingProgress } from "../../sync/report";
import type { HomeUpdates, SlackContext, SlackDeps, SyncMark } from "../deps";
import { HealthCheck } from "./health";
import type { HomeLocation, Part } from "./location";
import { type RenderedHome, renderHome } from "./render";
import { SyncIndicator } from "./sync-indicator";
import { plainHome } from "./views/layout";

/** Slack reports when a page is opened, but not when it is closed: after so long it is assumed closed. */
const OPEN_MS = 3_600_000;
/** Whoever does not press "Got it" sees no more after so long. */
const INTRO_MS = 3_600_000;

/** What the listeners of App Home work with. */
export interface HomeContext extends SlackContext {
  readonly homes: Homes;
}

/** Remembers whose App Home is open, as far as this process knows. */
export class OpenHomes {
  private readonly opened = new Map<string, number>();

  note(userId: string, now: Date): void {
    // The entry moves to the end, so that the order is that of opening.
    this.opened.delete(userId);
    this.opened.set(userId, now.getTime());
  }

  /** Tells whether a person's page is open at this time. */
  has(userId: string, now: Date): boolean {
    return (this.opened.get(userId) ?? Number.NEGATIVE_INFINITY) >= now.getTime() - OPEN_MS;
  }

  /** Lists the people whose page is open at this time; forgets the others. */
  at(now: Date): readonly string[] {
    for (const [userId, since] of this.opened) if (since < now.getTime() - OPEN_MS) this.opened.delete(userId);
    return [...this.opened.keys()];
  }
}

/** Knows who opens App Home for the first time: it is stored with the person, and not asked any more once it is over. */
export class FirstOpenings {
  private readonly over = new Set<string>();

  constructor(private readonly deps: Pick<SlackDeps, "people" | "now">) {}

  /** Tells whether this is somebody's first opening, which begins with the first question. Whom no sync has met has not had it yet. */
  async isFirst(userId: string): Promise<boolean> {
    if (this.over.has(userId)) return false;
    const now = this.deps.now().getTime();
    const until = await this.deps.people.introUntil(userId, new Date(now + INTRO_MS));
    if (until === null || now < until.getTime()) return true;
    this.over.add(userId);
    return false;
  }

  /** Ends it now, here and in every process. */
  async end(userId: string): Promise<void> {
    this.over.add(userId);
    await this.deps.people.endIntro(userId, this.deps.now());
  }
}

/** Publishes App Homes, rendered from fresh data each time, one at a time for a person, so that no older one wins. */
export class Homes implements HomeUpdates {
  /** The check that admins run there. */
  readonly health: HealthCheck;
  private readonly queue = new KeyedQueue();
  private readonly open = new OpenHomes();
  /** The location that each person is at; after a restart it comes back with their page. */
  private readonly locations = new Map<string, HomeLocation>();
  private readonly syncs: SyncIndicator;
  private readonly firstOpenings: FirstOpenings;

  constructor(
    private readonly deps: SlackDeps,
    private readonly client: WebClient,
    /** Names Slack's id of the workspace, once it is known. */
    private readonly workspace: () => string | null,
  ) {
    this.health = new HealthCheck(deps);
    this.firstOpenings = new FirstOpenings(deps);
    this.syncs = new SyncIndicator(deps, (userId) => this.refresh(userId));
  }

  /** Renders and publishes a page that somebody looks at, and records what it showed them; `hash` is that of the page as last seen. */
  publish(userId: string, hash?: string): Promise<void> {
    return this.queue.run(userId, async () => {
      const { shown } = await this.draw(userId, hash);
      if (shown !== null) await this.deps.shownFigures.record(userId, shown);
    });
  }

  /** Publishes a text in place of a page that cannot be rendered. */
  publishPlain(userId: string, text: string): Promise<void> {
    return this.queue.run(userId, () => this.send(userId, { view: plainHome(text) }));
  }

  /**
   * Publishes a page that changed behind its reader, of whom nobody knows whether they look; if that fails, it is only logged, since the page
   * is rendered at its next opening.
   */
  async refresh(userId: string, hash?: string): Promise<void> {
    await this.queue
      .run(userId, () => this.draw(userId, hash))
      .catch((error: unknown) => {
        this.deps.log.warn({ error, userId }, "App Home could not be refreshed");
      });
  }

  /** Marks a person's App Home as open. */
  noteOpened(userId: string): void {
    this.open.note(userId, this.deps.now());
  }

  /** Refreshes the open pages among these people's, and those of whoever sees others' figures, one after the other. */
  async refreshOpen(userIds: readonly string[]): Promise<void> {
    const changed = new Set(userIds);
    for (const userId of this.open.at(this.deps.now())) {
      if (changed.has(userId) || (await this.seesOthers(userId))) await this.refresh(userId);
    }
  }

  /** Refreshes the open pages that show this part of the admin's tab, one after the other. */
  async refreshPart(part: Part): Promise<void> {
    for (const userId of this.open.at(this.deps.now())) {
      const location = this.locations.get(userId);
      if (location?.tab === "admin" && location.part === part) await this.refresh(userId);
    }
  }

  /** Sets the location of a person; a `remembered` one counts only if none is known. */
  setLocation(userId: string, location: HomeLocation, how: "chosen" | "remembered" = "chosen"): void {
    if (how === "chosen" || !this.locations.has(userId)) this.locations.set(userId, location);
  }

  /** Ends somebody's first opening: what it says is shown no more. */
  endIntro(userId: string): Promise<void> {
    return this.firstOpenings.end(userId);
  }

  /** Marks a sync of this person's as running; the mark shows its progress and ends it. */
  beginSync(userId: string): SyncMark {
    return this.syncs.begin(userId, waitingProgress());
  }

  private async seesOthers(userId: string): Promise<boolean> {
    // Rendering asks Slack who they are now; here a thousand open pages would.
    const person = await this.deps.people.one(userId).catch(() => null);
    return person !== null && person.role !== "rep";
  }

  private async draw(userId: string, hash: string | undefined): Promise<RenderedHome> {
    const home = await this.render(userId);
    try {
      await this.send(userId, { view: home.view, hash });
      return home;
    } catch (error) {
      if (hash === undefined || !isHashConflict(error)) throw error;
      const again = await this.render(userId);
      await this.send(userId, again);
      return again;
    }
  }

  private render(userId: string): Promise<RenderedHome> {
    const { deps } = this;
    const location = this.locations.get(userId) ?? null;
    const isFirst = async () => this.open.has(userId, deps.now()) && this.firstOpenings.isFirst(userId);
    const state = { syncing: this.syncs.of(userId), health: this.health.state, workspace: this.workspace() };
    return renderHome(deps, { userId, location, ...state, isFirst });
  }

  private async send(userId: string, { view, hash }: { view: HomeView; hash?: string | undefined }): Promise<void> {
    await this.client.views.publish({ user_id: userId, view, ...(hash === undefined ? {} : { hash }) });
  }
}

function isHashConflict(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && error.data.error === "hash_conflict";
}
