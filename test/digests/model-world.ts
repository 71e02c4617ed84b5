import type { Alert } from "../../src/digests/alert";
import type { AlertStore } from "../../src/digests/alert-store";
import { deliver } from "../../src/digests/deliver";
import type { DeliveryNeeds } from "../../src/digests/delivery-needs";
import { DELIVERY_TIMES } from "../../src/digests/delivery-times";
import type { PostAnswer } from "../../src/digests/outcome";
import type { Poster } from "../../src/digests/poster";
import type { PostingStore } from "../../src/digests/posting-store";
import { EIGHT, greetings, memoryLog, morning, NOON, signInOf } from "./lab";
import { memoryLedger } from "./memory-ledger";

export const USERS = ["U0ANA", "U0BEN"];

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
export class World {
  /** The time of the database and of Slack. */
  at = EIGHT.getTime() - 5 * 60_000;
  delayMs = 0;
  historyFails = false;
  readonly faults: PostFault[] = [];
  readonly messages: ModelMessage[] = [];
  readonly alerts: Alert[] = [];
  readonly early: number[] = [];
  readonly ledger = memoryLedger(() => this.at);
  readonly posting = memoryPosting(() => this.at);
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

  /** All trouble ends; whoever is under way goes on, and the rest of the day passes. */
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

/** A process that stands still before everything it asks of others, until it is stepped. */
export class Worker {
  /** How far its clock will be off from its next round on. */
  nextSkewMs = 0;
  private skewMs = 0;
  readonly signIn = signInOf();
  private life = 0;
  private running = false;
  private go: (() => void) | null = null;
  private still: () => void = () => {};

  constructor(private readonly world: World) {}

  /** Begins a round, unless one is under way. */
  async tick(): Promise<void> {
    if (this.running) return;
    this.running = true;
    this.skewMs = this.nextSkewMs;
    const life = this.life;
    const standing = this.untilStill();
    void deliver(this.needs(life), new AbortController().signal)
      .catch(() => undefined)
      .finally(() => {
        if (life !== this.life) return;
        this.running = false;
        this.still();
      });
    await standing;
  }

  async step(): Promise<void> {
    if (this.go === null) return;
    const go = this.go;
    this.go = null;
    const standing = this.untilStill();
    go();
    await standing;
  }

  async finish(): Promise<void> {
    for (let steps = 0; this.running; steps += 1) {
      if (steps > 5_000) throw new Error("A round never ends");
      await this.step();
    }
  }

  /** What it was about to do never happens; what it did stays. */
  crash(): void {
    this.life += 1;
    this.go = null;
    this.running = false;
  }

  private untilStill(): Promise<void> {
    return new Promise((resolve) => {
      this.still = resolve;
    });
  }

  private gate(life: number): Promise<void> {
    return new Promise((resolve) => {
      if (life !== this.life) return;
      this.go = resolve;
      this.still();
    });
  }

  private needs(life: number): DeliveryNeeds {
    const { world } = this;
    const gate = () => this.gate(life);
    const poster = gated(world.poster, gate);
    return {
      ledger: gated(world.ledger, gate),
      posting: gated(world.posting, gate),
      alerts: world.alertStore,
      // It may end between Slack's taking a post and hearing so.
      poster: { ...poster, post: (letter) => poster.post(letter).then((answer) => gate().then(() => answer)) },
      signIn: this.signIn,
      wanted: async (now) => morning({ users: USERS }).filter(({ dueAt }) => dueAt <= now),
      render: greetings,
      receivers: async () => USERS.length,
      tellAdmins: async (alert) => void world.alerts.push(alert),
      now: () => new Date(world.at + this.skewMs),
      clock: () => world.at + this.skewMs,
      sleep: async (ms) => {
        const until = world.at + ms;
        await gate();
        world.at = Math.max(world.at, until);
      },
      log: memoryLog(),
      times: DELIVERY_TIMES,
    };
  }
}

function gated<T extends object>(parts: T, gate: () => Promise<void>): T {
  return new Proxy(parts, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return async (...args: unknown[]) => {
        await gate();
        return Reflect.apply(value, target, args);
      };
    },
    ownKeys: (target) => Reflect.ownKeys(target),
  });
}

function memoryPosting(now: () => number): PostingStore {
  let [perSecond, nextAt, pausedUntil] = [1, 0, 0];
  let posts = 0;
  return {
    takeTurn: async () => {
      const free = Math.max(nextAt, pausedUntil);
      if (free > now()) return free - now();
      nextAt = now() + 1_000 / perSecond;
      return 0;
    },
    raise: async () => {
      perSecond = Math.min(5, perSecond + 0.02);
    },
    pause: async (ms) => {
      perSecond = Math.max(0.25, perSecond / 2);
      pausedUntil = Math.max(pausedUntil, now() + ms);
    },
    paused: async () => Math.max(0, pausedUntil - now()),
    tally: async (_day, receivers) => ({ posts, most: receivers }),
    count: async () => {
      posts += 1;
    },
  };
}

function memoryAlerts(): AlertStore {
  const told = new Set<string>();
  return {
    wasTold: async ({ kind }, day) => told.has(`${kind}:${day}`),
    told: async ({ kind }, day) => void told.add(`${kind}:${day}`),
  };
}
