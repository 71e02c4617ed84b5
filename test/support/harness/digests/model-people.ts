import { markerOf } from "../../../../src/digests/delivery/delivery";
import type { DeliveryPlan } from "../../../../src/digests/delivery/ports";
import type { StillWanted } from "../../../../src/digests/delivery/transitions";
import { type DueRow, deliveryId } from "../../../../src/digests/planned-message";
import { dueDigests } from "../../../../src/digests/schedule/digest-schedule";
import type { DigestScheduleContext } from "../../../../src/digests/schedule/recipient";
import { digestStillWanted } from "../../../../src/digests/schedule/still-wanted";
import { clocksOf } from "../../../../src/digests/schedule/wall-clock";
import { changedZones, digestsLostByMoves } from "../../../../src/digests/schedule/zone-moves";
import { addDays, type Day } from "../../../../src/time/day";
import { WEEK } from "../../../../src/time/work-schedule";
import { aRecipient, ownersOf } from "../../builders/calendars";
import { DAY, EIGHT } from "./delivery";

/** What can change about somebody between a due digest and its post. */
export interface ModelPerson {
  readonly tz: string;
  readonly active: boolean;
  readonly on: boolean;
  readonly hasGoal: boolean;
  readonly snoozedUntil?: Day | undefined;
  readonly away?: boolean;
}

/** Thousands of mornings look at the same few. */
const CLOCKS = clocksOf();

/** Everybody as they were at one instant. */
export interface PeopleSnapshot {
  readonly at: number;
  readonly people: ReadonlyMap<string, ModelPerson>;
}

const SETTLED: ModelPerson = { tz: "UTC", active: true, on: true, hasGoal: true };

/** The people of the model, whom one changes by hand, and what the schedule makes of them. */
export class ModelPeople {
  readonly people = new Map<string, ModelPerson>();
  /** Whoever was without a digest's conditions at any time: they may have none. */
  readonly interrupted = new Set<string>();
  private readonly zones = new Map<string, string>();
  /** Somebody was watching before the morning: by these zones. */
  private lastCheckAt = new Date(EIGHT.getTime() - 600_000);

  constructor(users: readonly string[], { withoutGoals }: { readonly withoutGoals: readonly string[] }) {
    for (const user of users) {
      this.people.set(user, { ...SETTLED, hasGoal: !withoutGoals.includes(user) });
      this.zones.set(user, SETTLED.tz);
    }
    for (const user of withoutGoals) this.interrupted.add(user);
  }

  change(user: string, changed: Partial<ModelPerson>): void {
    this.people.set(user, { ...SETTLED, ...this.people.get(user), ...changed });
    if (Object.keys(changed).some((field) => field !== "tz")) this.interrupted.add(user);
  }

  plan(now: Date): DeliveryPlan {
    const everybody = this.recipients();
    const due = { ...this.context(now), lastCheckAt: this.lastCheckAt };
    return {
      messages: [...digestsLostByMoves(everybody, due), ...dueDigests(everybody, due)],
      receivers: everybody.filter(({ _id, active }) => active && due.withGoals.all.has(_id)).map(({ _id }) => _id),
      record: async () => {
        for (const { userId, zone } of changedZones(everybody, "UTC")) this.zones.set(userId, zone);
        this.lastCheckAt = now;
      },
    };
  }

  stillWanted(row: DueRow, now: Date): StillWanted {
    const person = this.recipients().find(({ _id }) => _id === row.to) ?? null;
    return digestStillWanted(row, { person, ...this.context(now) });
  }

  private recipients() {
    return [...this.people].map(([_id, { tz, active, on, snoozedUntil, away = false }]) => {
      const digestZone = this.zones.get(_id);
      return aRecipient({
        ...{ _id, tz, active, digest: { on, ...(snoozedUntil && { snoozedUntil }) } },
        ...(away && { schedule: { timeOff: [{ from: DAY, to: DAY }] } }),
        ...(digestZone !== undefined && { digestZone }),
      });
    });
  }

  private context(now: Date): DigestScheduleContext {
    const withGoals = ownersOf(...[...this.people].flatMap(([user, { hasGoal }]) => (hasGoal ? [user] : [])));
    return { now, teamZone: "UTC", week: WEEK, holidays: new Set(), withGoals, clocks: CLOCKS };
  }
}

/** Clocks of processes differ by less than this once they are corrected. */
const CLOSE_MS = 60_000;

/** Whether somebody wanted the digest that this marker is of, judged by a calendar of its own and not by the product's. */
export function wantedAt({ at, people }: PeopleSnapshot, { user, marker }: { user: string; marker: string }): boolean {
  const person = people.get(user);
  const day = [-1, 0, 1]
    .map((days) => addDays(DAY, days))
    .find((one) => markerOf(deliveryId({ kind: "digest", to: user, day: one })) === marker);
  if (person === undefined || day === undefined) return false;
  const { tz, active, on, hasGoal, snoozedUntil, away = false } = person;
  const off =
    !active || !on || !hasGoal || (snoozedUntil !== undefined && day <= snoozedUntil) || (away && day === DAY);
  return !off && [-CLOSE_MS, 0, CLOSE_MS].some((ms) => isWorkTime(new Date(at + ms), { tz, day }));
}

/** They are slow to make. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** Whether it is this day in the zone, and between eight and six. */
function isWorkTime(at: Date, { tz, day }: { tz: string; day: Day }): boolean {
  const format =
    FORMATS.get(tz) ?? new Intl.DateTimeFormat("sv-SE", { timeZone: tz, dateStyle: "short", timeStyle: "medium" });
  FORMATS.set(tz, format);
  const local = format.format(at);
  return local.slice(0, 10) === day && local.slice(11) >= "08:00:00" && local.slice(11) < "18:00:00";
}
