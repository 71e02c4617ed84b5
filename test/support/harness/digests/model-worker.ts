import { deliver } from "../../../../src/digests/delivery/deliver";
import type { DeliveryDeps, OutgoingMessage } from "../../../../src/digests/delivery/ports";
import { DELIVERY_TIMES } from "../../../../src/digests/delivery/transitions";
import { memoryLog } from "../../fakes/memory-log";
import { authStatus, greetings } from "./delivery";
import type { DeliveryModel } from "./model";
import type { PeopleSnapshot } from "./model-people";

/** A process that stands still before everything it asks of others, until it is stepped. */
export class Worker {
  /** How far its clock will be off from its next round on. */
  nextSkewMs = 0;
  private skewMs = 0;
  readonly signIn = authStatus();
  private life = 0;
  private running = false;
  private go: (() => void) | null = null;
  private still: () => void = () => {};
  /** Everybody as they were when it was stepped last, and the time before. */
  private steps: readonly [PeopleSnapshot, PeopleSnapshot];

  constructor(private readonly model: DeliveryModel) {
    this.steps = [model.snapshot(), model.snapshot()];
  }

  /** Begins a round, unless one is under way. */
  async tick(): Promise<void> {
    if (this.running) return;
    this.running = true;
    this.skewMs = this.nextSkewMs;
    const life = this.life;
    const standing = this.untilStill();
    void deliver(this.deps(life), new AbortController().signal)
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

  private deps(life: number): DeliveryDeps {
    const { model } = this;
    const gate = async () => {
      await this.gate(life);
      this.steps = [this.model.snapshot(), this.steps[0]];
    };
    // What people wanted when it asked for the last time before it posts.
    const judged = { ...model.poster, post: (message: OutgoingMessage) => model.judge(message, this.steps[1]) };
    const poster = gated(judged, gate);
    return {
      deliveries: gated(model.deliveries, gate),
      sendRate: gated(model.sendRate, gate),
      alerts: model.alertStore,
      // It may end between Slack's taking a post and hearing so.
      poster: { ...poster, post: (message) => poster.post(message).then((answer) => gate().then(() => answer)) },
      auth: this.signIn,
      plan: async (now) => model.everybody.plan(now),
      stillWanted: async (row, now) => {
        await gate();
        return model.everybody.stillWanted(row, now);
      },
      render: greetings,
      alertAdmins: async (alert) => void model.alerts.push(alert),
      now: () => new Date(model.at + this.skewMs),
      clock: () => model.at + this.skewMs,
      sleep: async (ms) => {
        const until = model.at + ms;
        await gate();
        model.at = Math.max(model.at, until);
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
