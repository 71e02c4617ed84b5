import { z } from "zod";
import { type BulkOutcome, type BulkRequest, planVersion } from "../../../goals/bulk/bulk-plan";
import { PERIODS } from "../../../goals/range-sums";
import { METRICS } from "../../../metrics/metrics";
import { daySchema } from "../../../time/day-schema";

/** Slack takes no longer metadata of a modal. */
const METADATA_LIMIT = 3_000;

const ENTRY = /^[UW][A-Z0-9]{1,30}[0-9a-z]{2}$/;
const drafts = z.object({
  request: z.discriminatedUnion("kind", [
    z.object({
      kind: z.literal("set"),
      type: z.enum(METRICS.map(({ type }) => type)),
      period: z.enum(PERIODS),
      target: z.number(),
      from: daySchema.nullable(),
    }),
    z.object({ kind: z.literal("last-month") }),
  ]),
  people: z.string().transform((text) => text.split(" ").filter((entry) => ENTRY.test(entry))),
  seen: z.string().max(40),
});

/** Goals of several people that were shown and are not saved yet, as the modal that shows them carries them. */
export interface BulkDraft {
  readonly request: BulkRequest;
  /** Slack ids. */
  readonly userIds: readonly string[];
  /** The `planVersion` of all that was shown. */
  readonly seen: string;
  /** Two characters for what was shown of each person, by Slack id. */
  readonly tags: ReadonlyMap<string, string>;
}

/** Encodes a draft of what is shown as a modal's metadata; `null` where it names more people than fit. */
export function encodeBulkDraft(
  request: BulkRequest,
  { userIds, outcomes }: { readonly userIds: readonly string[]; readonly outcomes: readonly BulkOutcome[] },
): string | null {
  const tags = personTags(outcomes);
  const people = userIds.map((userId) => `${userId}${tags.get(userId) ?? NO_TAG}`).join(" ");
  const text = JSON.stringify({ request, people, seen: planVersion(outcomes) });
  return text.length > METADATA_LIMIT ? null : text;
}

/** @throws {RangeError} for metadata that no modal of ours carries. */
export function decodeBulkDraft(metadata: string): BulkDraft {
  const { data } = drafts.safeParse(parsed(metadata));
  if (data === undefined) throw new RangeError(`${JSON.stringify(metadata.slice(0, 200))} is no draft of goals`);
  const { request, people, seen } = data;
  const tags = new Map(people.map((entry) => [entry.slice(0, -TAG_LENGTH), entry.slice(-TAG_LENGTH)]));
  return { request, userIds: [...tags.keys()], seen, tags };
}

/** Slack ids of whoever would get something else by now than a draft says. */
export function changedSince({ userIds, tags }: BulkDraft, outcomes: readonly BulkOutcome[]): ReadonlySet<string> {
  const now = personTags(outcomes);
  return new Set(userIds.filter((userId) => now.get(userId) !== tags.get(userId)));
}

const TAG_LENGTH = 2;
const NO_TAG = "00";
const DIGITS = 36;

/** Marks what is shown of each person by two characters, since no more fits for two hundred; `planVersion` decides. */
function personTags(outcomes: readonly BulkOutcome[]): ReadonlyMap<string, string> {
  const own = new Map<string, BulkOutcome[]>();
  for (const outcome of outcomes) own.set(outcome.userId, [...(own.get(outcome.userId) ?? []), outcome]);
  return new Map([...own].map(([userId, theirs]) => [userId, tagOf(planVersion(theirs))]));
}

function tagOf(version: string): string {
  const tag = Number.parseInt(version.slice(0, 8), 16) % DIGITS ** TAG_LENGTH;
  return tag.toString(DIGITS).padStart(TAG_LENGTH, "0");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
