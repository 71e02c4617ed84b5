import type { HomeView } from "@slack/types";
import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import { standing } from "../access";
import type { SlackNeeds } from "../needs";
import { homeView, plainHome } from "../views/home";
import { guestMessage } from "../views/standing";
import { OpenHomes } from "./open-homes";
import { Turns } from "./turns";

/** Everybody's App Home: drawn from fresh data each time, one publication a person at a time, so no older one wins. */
export class Homes {
  private readonly turns = new Turns();
  private readonly syncs = new Map<string, number>();
  private readonly open = new OpenHomes();

  constructor(
    private readonly needs: SlackNeeds,
    private readonly client: WebClient,
  ) {}

  /** Draws and publishes; `hash` is that of the page as last seen. */
  publish(userId: string, hash?: string): Promise<void> {
    return this.turns.inTurn(userId, async () => {
      try {
        await this.send(userId, { view: await this.draw(userId), hash });
      } catch (error) {
        if (hash === undefined || !isHashConflict(error)) throw error;
        await this.send(userId, { view: await this.draw(userId) });
      }
    });
  }

  /** Publishes what a page says when it cannot be drawn. */
  publishPlain(userId: string, text: string): Promise<void> {
    return this.turns.inTurn(userId, () => this.send(userId, { view: plainHome(text) }));
  }

  /** Publishes as far as it goes: a page that fails to refresh is drawn at its next opening. */
  async refresh(userId: string, hash?: string): Promise<void> {
    await this.publish(userId, hash).catch((error: unknown) => {
      this.needs.log.warn({ error, userId }, "App Home could not be refreshed");
    });
  }

  /** Somebody looks at their page now. */
  noteOpened(userId: string): void {
    this.open.note(userId, this.needs.now());
  }

  /** Refreshes the open pages among these people's, and those of whoever sees others' figures, one after the other. */
  async refreshOpen(userIds: readonly string[]): Promise<void> {
    const changed = new Set(userIds);
    for (const userId of this.open.at(this.needs.now())) {
      if (changed.has(userId) || (await this.seesOthers(userId))) await this.refresh(userId);
    }
  }

  /** Marks a sync of this person's as running; the answer ends it. */
  beginSync(userId: string): () => void {
    this.syncs.set(userId, (this.syncs.get(userId) ?? 0) + 1);
    return () => {
      const left = (this.syncs.get(userId) ?? 1) - 1;
      if (left === 0) this.syncs.delete(userId);
      else this.syncs.set(userId, left);
    };
  }

  private async seesOthers(userId: string): Promise<boolean> {
    const role = await this.needs.role(userId).catch(() => null);
    return role !== null && role !== "rep";
  }

  private async draw(userId: string): Promise<HomeView> {
    const { needs, client } = this;
    const who = await standing({ needs, client }, userId);
    if (who === "guest") return plainHome(guestMessage().text);
    const [overview, freshness] = await Promise.all([needs.overview(userId), needs.freshness()]);
    const syncing = this.syncs.has(userId);
    return homeView({ overview, freshness, syncing, known: who === "known", days: needs.days, now: needs.now() });
  }

  private async send(userId: string, { view, hash }: { view: HomeView; hash?: string | undefined }): Promise<void> {
    await this.client.views.publish({ user_id: userId, view, ...(hash === undefined ? {} : { hash }) });
  }
}

function isHashConflict(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && error.data.error === "hash_conflict";
}
