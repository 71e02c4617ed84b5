import type { Alert, AlertStore } from "../../../../src/digests/delivery/alert-store";
import type { Poster } from "../../../../src/digests/delivery/ports";
import type { PostAnswer } from "../../../../src/digests/delivery/post-outcome";
import { memoryDeliveryStore } from "../../fakes/memory-delivery-store";
import { memorySendRate } from "../../fakes/memory-send-rate";
import { EIGHT, NOON } from "./delivery";
import { Worker } from "./model-worker";

/** What Slack makes of a post: whether it takes it, and what it answers. */
export interface PostFault {
  readonly accepts: boolean;
  /** `null`: what it would answer. */
  readonly answer: PostAnswer | null;
}

interface ModelMessage {
  readonly user: string;
  readonly marker: string;
  readonly ts: string;
  readonly visibleAt: number;
  deleted: boolean;
}

/** A morning in memory: a clock, a database, a Slack and three processes that one steps by hand. */
export class DeliveryModel {
  /** The time of the database and of Slack. */
  at = EIGHT.getTime() - 5 * 60_000;
  delayMs = 0;
  historyFails = false;
  readonly faults: PostFault[] = [];
  readonly messages: ModelMessage[] = [];
  readonly alerts: Alert[] = [];
  readonly early: number[] = [];
  readonly deliveries = memoryDeliveryStore(() => this.at);
  readonly sendRate = memorySendRate(() => this.at);
  readonly alertStore = memoryAlerts();
  readonly workers = [0, 1, 2].map(() => new Worker(this));

  readonly poster: Poster = {
    post: async ({ to, marker }) => {
      const fault = this.faults.shift() ?? { accepts: true, answer: null };
      const ts = `${1_000_000 + this.messages.length}.000000`;
      if (fault.accepts) {
        if (this.at < EIGHT.getTime() - 60_000) this.early.push(this.at);
        const user = to.startsWith("D") ? `U${to.slice(1)}` : to;
        this.messages.push({ user, marker, ts, visibleAt: this.at + this.delayMs, deleted: false });
      }
      return fault.answer ?? { kind: "accepted", channel: `D${to.slice(1)}`, ts };
    },
    conversation: async (userId) => `D${userId.slice(1)}`,
    find: async ({ marker }) => {
      if (this.historyFails) throw new Error("no history");
      const seen = this.messages.filter((each) => each.marker === marker && !each.deleted && each.visibleAt <= this.at);
      return seen.map(({ ts }) => ts);
    },
    remove: async ({ ts }) => {
      for (const message of this.messages) if (message.ts === ts) message.deleted = true;
    },
  };

  lasting(user: string): readonly ModelMessage[] {
    return this.messages.filter((each) => each.user === user && !each.deleted);
  }

  /** Ends all faults, lets whoever is under way go on, and lets the rest of the day pass. */
  async heal(): Promise<void> {
    this.faults.length = 0;
    this.historyFails = false;
    this.delayMs = 0;
    for (const worker of this.workers) {
      worker.nextSkewMs = 0;
      worker.signIn.mend();
      await worker.finish();
    }
    const until = Math.max(this.at, NOON.getTime()) + 4 * 3_600_000;
    for (let tick = 0; this.at < until; tick += 1) {
      await this.workers[0]?.tick();
      await this.workers[0]?.finish();
      this.at += tick < 20 ? 60_000 : 600_000;
    }
  }
}

function memoryAlerts(): AlertStore {
  const reported = new Set<string>();
  return {
    wasSent: async ({ kind }, day) => reported.has(`${kind}:${day}`),
    markSent: async ({ kind }, day) => void reported.add(`${kind}:${day}`),
  };
}
