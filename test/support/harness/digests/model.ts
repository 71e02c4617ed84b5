import type { Alert, AlertStore } from "../../../../src/digests/delivery/alert-store";
import type { OutgoingMessage, Poster } from "../../../../src/digests/delivery/ports";
import type { PostAnswer } from "../../../../src/digests/delivery/post-outcome";
import { memoryDeliveryStore } from "../../fakes/memory-delivery-store";
import { memorySendRate } from "../../fakes/memory-send-rate";
import { EIGHT, NOON } from "./delivery";
import { ModelPeople, type PeopleSnapshot, wantedAt } from "./model-people";
import { Worker } from "./model-worker";

/** The last of them gets a first goal later, or never. */
export const USERS = ["U0ANA", "U0BEN", "U0NEW"];

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
  readonly everybody = new ModelPeople(USERS, { withoutGoals: ["U0NEW"] });
  /** For whom something was posted that they did not want. */
  readonly unwanted: string[] = [];
  readonly deliveries = memoryDeliveryStore(() => this.at);
  readonly sendRate = memorySendRate(() => this.at);
  readonly alertStore = memoryAlerts();
  readonly workers = [0, 1, 2].map(() => new Worker(this));

  readonly poster: Poster = {
    post: async ({ to, marker }) => {
      const fault = this.faults.shift() ?? { accepts: true, answer: null };
      const ts = `${1_000_000 + this.messages.length}.000000`;
      if (fault.accepts) {
        this.messages.push({ user: userOf(to), marker, ts, visibleAt: this.at + this.delayMs, deleted: false });
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

  snapshot(): PeopleSnapshot {
    return { at: this.at, people: new Map(this.everybody.people) };
  }

  /** Posts, and notes it when whom it is for did not want it when they were asked last. */
  judge(message: OutgoingMessage, asked: PeopleSnapshot): Promise<PostAnswer> {
    const user = userOf(message.to);
    if (!wantedAt(asked, { user, marker: message.marker })) this.unwanted.push(user);
    return this.poster.post(message);
  }

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
    // Noon comes last in Los Angeles.
    const until = Math.max(this.at, NOON.getTime()) + 8 * 3_600_000;
    for (let tick = 0; this.at < until; tick += 1) {
      await this.workers[0]?.tick();
      await this.workers[0]?.finish();
      this.at += tick < 20 ? 60_000 : 1_800_000;
    }
  }
}

function userOf(to: string): string {
  return to.startsWith("D") ? `U${to.slice(1)}` : to;
}

function memoryAlerts(): AlertStore {
  const reported = new Set<string>();
  return {
    claim: async ({ kind }, day) => (reported.has(`${kind}:${day}`) ? null : "claim"),
    renew: async ({ kind }, day) => !reported.has(`${kind}:${day}`),
    addReader: async () => {},
    readers: async () => [],
    release: async () => {},
    wasSent: async ({ kind }, day) => reported.has(`${kind}:${day}`),
    markSent: async ({ kind }, day) => void reported.add(`${kind}:${day}`),
  };
}
