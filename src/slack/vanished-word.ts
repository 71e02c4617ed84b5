import { z } from "zod";
import { type Day, type DayRange, day } from "../metrics/day";
import { SOURCE_IDS } from "../metrics/metrics";
import type { Acceptance } from "../sync/ask";
import type { SyncProblem } from "../sync/report";

const dayIn = z.string().transform((text, context): Day => {
  try {
    return day(text);
  } catch {
    context.addIssue({ code: "custom", message: "no day" });
    return z.NEVER;
  }
});

const schema = z.object({
  source: z.enum(SOURCE_IDS),
  records: z.int().min(1),
  range: z.object({ from: dayIn, to: dayIn }).refine(({ from, to }) => from <= to),
});

/** What an admin is asked: whether so many records of a source, missing from its answer about these days, are gone. */
export interface VanishedWord extends Acceptance {
  readonly range: DayRange;
}

/** What a sync of these days asks the admins for: one word a source. */
export function wordsToGive(problems: readonly SyncProblem[], range: DayRange): readonly VanishedWord[] {
  return problems.flatMap(({ source, kind, records }) => {
    const of = SOURCE_IDS.find((id) => id === source);
    return of === undefined || kind !== "vanished" || records === undefined ? [] : [{ source: of, records, range }];
  });
}

/** A word as a button's value. */
export function wordText({ source, records, range: { from, to } }: VanishedWord): string {
  return JSON.stringify({ source, records, range: { from, to } });
}

/** `null` for what no button of ours carries. */
export function wordOf(text: string): VanishedWord | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
