import type { Day } from "../../time/day";
import type { ResendStore } from "../delivery/resend-store";
import type { DigestSchedule } from "./load-schedule";

/** A digest that is sent once more. */
export interface ResendDigest {
  readonly day: Day;
  /** From 1 on. */
  readonly number: number;
}

/** Has digests delivered once more, to whoever asks for theirs. */
export interface Resends {
  /** Today's digest by the person's clock, and its number were it sent again. */
  nextResend(userId: string): Promise<ResendDigest>;
  /** Has it delivered once more; the same number is the same message. */
  resend(userId: string, digest: ResendDigest): Promise<void>;
}

export interface ResendsDeps {
  readonly schedule: Pick<DigestSchedule, "today">;
  readonly store: Pick<ResendStore, "count" | "add">;
  readonly now: () => Date;
}

/** A message that was asked for is wanted soon or not at all. */
const WANTED_MS = 3_600_000;

export function resends({ schedule, store, now }: ResendsDeps): Resends {
  return {
    nextResend: async (userId) => {
      const day = await schedule.today(userId, now());
      return { day, number: (await store.count(userId, day)) + 1 };
    },
    resend: (to, { day, number }) => {
      const dueAt = now();
      const cutOffAt = new Date(dueAt.getTime() + WANTED_MS);
      return store.add({ kind: "digest", to, day, dueAt, cutOffAt }, number);
    },
  };
}
