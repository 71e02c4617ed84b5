import fc from "fast-check";
import type { PostAnswer } from "../../../src/digests/delivery/post-outcome";
import { DAY } from "../../support/harness/digests/delivery";
import { DeliveryModel, type PostFault, USERS } from "../../support/harness/digests/model";
import type { ModelPerson } from "../../support/harness/digests/model-people";

/** One thing that happens; the model is the rule that is checked at the end, so that it keeps nothing. */
class Command implements fc.AsyncCommand<object, DeliveryModel> {
  constructor(
    private readonly said: string,
    private readonly happen: (world: DeliveryModel) => Promise<void> | void,
  ) {}

  check(): boolean {
    return true;
  }

  async run(_model: object, model: DeliveryModel): Promise<void> {
    await this.happen(model);
  }

  toString(): string {
    return this.said;
  }
}

const who = fc.constantFrom(0, 1, 2);
const accepted = (answer: PostAnswer): PostFault => ({ accepts: true, answer });
const refused = (answer: PostAnswer): PostFault => ({ accepts: false, answer });
const faults = fc.constantFrom<PostFault>(
  accepted({ kind: "lost", detail: "reset" }),
  accepted({ kind: "status", status: 500 }),
  accepted({ kind: "refused", error: "internal_error" }),
  refused({ kind: "lost", detail: "timeout" }),
  refused({ kind: "status", status: 503 }),
  refused({ kind: "limited", seconds: 3 }),
  refused({ kind: "limited", seconds: 300 }),
  refused({ kind: "unconnected", detail: "ECONNREFUSED" }),
  refused({ kind: "refused", error: "user_disabled" }),
  refused({ kind: "refused", error: "invalid_auth" }),
);

/** What somebody, or somebody else for them, does between a digest's due time and its post. */
const changes = fc.constantFrom<readonly [string, Partial<ModelPerson>]>(
  ["switches it off", { on: false }],
  ["switches it on", { on: true, snoozedUntil: undefined }],
  ["snoozes it", { snoozedUntil: DAY }],
  ["is away", { away: true }],
  ["is back", { away: false }],
  ["is deactivated or made a guest", { active: false }],
  ["is a full member again", { active: true }],
  ["gets a goal", { hasGoal: true }],
  ["has no goal left", { hasGoal: false }],
  ["moves to Los Angeles", { tz: "America/Los_Angeles" }],
  ["moves to New York", { tz: "America/New_York" }],
  ["moves to Berlin", { tz: "Europe/Berlin" }],
  ["moves to Tokyo", { tz: "Asia/Tokyo" }],
  ["moves back", { tz: "UTC" }],
);

const commands = [
  fc
    .tuple(fc.constantFrom(...USERS), changes)
    .map(([user, [said, change]]) => new Command(`${user} ${said}`, ({ everybody }) => everybody.change(user, change))),
  who.map((at) => new Command(`tick(${at})`, ({ workers }) => workers[at]?.tick())),
  who.map((at) => new Command(`finish(${at})`, ({ workers }) => workers[at]?.finish())),
  // Whoever is not stepped is paused.
  fc.tuple(who, fc.integer({ min: 1, max: 25 })).map(
    ([at, steps]) =>
      new Command(`step(${at}, ${steps})`, async ({ workers }) => {
        for (let step = 0; step < steps; step += 1) await workers[at]?.step();
      }),
  ),
  who.map((at) => new Command(`crash(${at})`, ({ workers }) => workers[at]?.crash())),
  fc.constantFrom(1_000, 31_000, 60_000, 95_000, 300_000, 3_600_000).map(
    (ms) =>
      new Command(`pass(${ms})`, (model) => {
        model.at += ms;
      }),
  ),
  faults.map((fault) => new Command(`fault(${JSON.stringify(fault)})`, (model) => void model.faults.push(fault))),
  fc.boolean().map(
    (fails) =>
      new Command(`historyFails(${fails})`, (model) => {
        model.historyFails = fails;
      }),
  ),
  fc.constantFrom(0, 45_000, 300_000, 900_000).map(
    (ms) =>
      new Command(`historyDelay(${ms})`, (model) => {
        model.delayMs = ms;
      }),
  ),
  fc.tuple(who, fc.constantFrom(-7_200_000, 0, 7_200_000)).map(
    ([at, ms]) =>
      new Command(`clockJump(${at}, ${ms})`, ({ workers }) => {
        const worker = workers[at];
        if (worker !== undefined) worker.nextSkewMs = ms;
      }),
  ),
];

/** What a row ends as of somebody who did not want it at some time; they may have none. */
const ENDED = ["failed", "missed", "skipped", undefined];

/** `MORNINGS=1000` plays a thousand, which takes two minutes. */
const MORNINGS = Number(process.env.MORNINGS ?? 300);

describe("a morning, whatever happens to it", () => {
  it("brings each rep at most one lasting message a day, none that they do not want when asked last, and none is missing without a failed or missed row", async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands(commands, { maxCommands: 60, size: "+1" }), async (happening) => {
        const model = new DeliveryModel();

        await fc.asyncModelRun(() => ({ model: {}, real: model }), happening);
        await model.heal();

        for (const user of USERS) {
          const row = [...model.deliveries.rows.values()].find(({ to, day }) => to === user && day === DAY);
          const lasting = model.lasting(user);
          expect(new Set(lasting.map(({ marker }) => marker)).size).toBe(lasting.length);
          if (row?.state === "sent") expect(lasting.map(({ ts }) => ts)).toContain(row.ts);
          else if (model.everybody.interrupted.has(user)) expect(ENDED).toContain(row?.state);
          else expect(["failed", "missed"]).toContain(row?.state);
        }
        expect(model.unwanted).toEqual([]);
        expect(model.alerts.filter(({ kind }) => kind === "too-many-posts")).toEqual([]);
      }),
      { numRuns: MORNINGS },
    );
  });
});
