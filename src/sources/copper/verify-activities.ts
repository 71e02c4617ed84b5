import { type Fact, factId } from "../../metrics/fact";
import type { InstantRange } from "../../time/day";
import type { Verified } from "../source";
import { SourceError } from "../source-error";
import { verifyRecords } from "../verify-records";
import { countedAs, windowLists } from "./lists";
import { emailFacts, loggedCallFacts, opportunityOf } from "./mapping";
import { type CopperList, type WalkedIds, walkList } from "./pages";
import { Activity, type Item, item } from "./schema";
import type { CopperLookUp } from "./unlisted";

/** What the walks over a window's activities listed. */
export interface ActivityWalks {
  readonly window: InstantRange;
  readonly emails: WalkedIds;
  readonly calls: WalkedIds;
}

type Activities = ReadonlyMap<string, Item<Activity> | null>;

/**
 * Asks what became of the activities of missing facts. Entries of opportunities were asked for when they were found to be
 * missing, so these are gone.
 *
 * @throws {SourceError}
 */
export async function verifyActivities(
  missing: readonly Fact[],
  { walks, approved, ...lookUp }: CopperLookUp & { readonly walks: ActivityWalks; readonly approved: boolean },
): Promise<Verified> {
  const lists = windowLists(lookUp.config, { window: walks.window, stages: new Map() });
  const entries = missing.filter((fact) => opportunityOf(fact) !== null);
  const mails = missing.filter(({ type, copyIds }) => type === "email_quantity" && copyIds !== undefined);
  const older = missing.filter(({ type, copyIds }) => type === "email_quantity" && copyIds === undefined);
  const calls = missing.filter((fact) => fact.type !== "email_quantity" && opportunityOf(fact) === null);
  const [ofMails, ofCalls, atTheirTime] = await Promise.all([
    activitiesNow(mails, { ...lookUp, approved, list: lists.emails, walk: walks.emails }),
    activitiesNow(calls, { ...lookUp, approved, list: lists.calls, walk: walks.calls }),
    Promise.all(older.map((mail) => listedAtItsTime(mail, lookUp))),
  ]);
  const now: Activities = new Map([...ofMails, ...ofCalls]);
  const { facts, unreadable } = readable(now, lookUp);
  const found = [...facts, ...atTheirTime.flatMap((listed) => listed ?? [])];
  const standing = new Set(found.map(factId));
  const isAnswered = (id: string) => now.get(id) !== undefined && !unreadable.has(id);
  const answered = [...mails, ...calls].filter((fact) => activityIds(fact).every(isAnswered));
  const unlisted = older.filter((_, index) => atTheirTime[index] !== null);
  const gone = [...entries, ...answered, ...unlisted].filter((fact) => !standing.has(factId(fact)));
  return { gone, found, unanswered: [...mails, ...calls].filter((fact) => isUnanswered(fact, now)) };
}

interface Asking extends CopperLookUp {
  readonly list: CopperList<Activity> | null;
  readonly walk: WalkedIds;
  /** An admin has said that as many may be missing. */
  readonly approved: boolean;
}

async function activitiesNow(facts: readonly Fact[], { client, list, walk, approved }: Asking): Promise<Activities> {
  return verifyRecords<Item<Activity>>({
    ids: [...new Set(facts.flatMap(activityIds))],
    approved,
    listed: walk.ids,
    pages: walk.pages,
    walkAgain: async () => (await walkList(client, { list, signal: UNINTERRUPTED })).items,
    lookUp: async (id) => {
      try {
        const raw = await client.record(`/activities/${encodeURIComponent(id)}`, UNINTERRUPTED);
        return raw === null ? null : item(Activity, raw);
      } catch (error) {
        if (error instanceof SourceError && error.fault === "unexpected-answer") return undefined;
        throw error;
      }
    },
  });
}

const UNINTERRUPTED = new AbortController().signal;

/**
 * Looks for a mail that was stored before its activities' ids were in its own second; `null` where one there cannot be read,
 * which may be it.
 */
async function listedAtItsTime(mail: Fact, { client, config, context }: CopperLookUp): Promise<readonly Fact[] | null> {
  const window = { since: mail.at, until: new Date(mail.at.getTime() + 1_000) };
  const { emails } = windowLists(config, { window, stages: new Map() });
  const { items } = await walkList(client, { list: emails, signal: UNINTERRUPTED });
  const listed = [...items.values()].flatMap((one) => (one.kind === "record" ? [one.record] : []));
  const { facts, unreadable } = emailFacts(listed, context);
  const own = facts.filter((fact) => factId(fact) === factId(mail));
  const isUncertain = unreadable.length > 0 || [...items.values()].some(({ kind }) => kind === "unreadable");
  return own.length === 0 && isUncertain ? null : own;
}

/** A mail exists where any of its copies does. */
function isUnanswered(fact: Fact, now: Activities): boolean {
  const answers = activityIds(fact).map((id) => now.get(id));
  return answers.includes(undefined) && answers.every((answer) => !answer || answer.kind === "deleted");
}

function activityIds({ recordId, copyIds }: Fact): readonly string[] {
  return copyIds ?? [recordId];
}

/** The facts of activities as they are now, and the ids of those that cannot be read, which exist all the same. */
function readable(now: Activities, { config, context }: CopperLookUp) {
  const live = [...now.values()].flatMap((one) => (one?.kind === "record" ? [one.record] : []));
  const mails = live.filter(({ type }) => countedAs(config, type) === "email");
  const calls = live.filter(({ type }) => countedAs(config, type) === "call");
  const mapped = [emailFacts(mails, context), loggedCallFacts(calls, context)];
  const items = [...now].flatMap(([id, one]) => (one?.kind === "unreadable" ? [id] : []));
  return {
    facts: mapped.flatMap(({ facts }) => facts),
    unreadable: new Set([...items, ...mapped.flatMap(({ unreadable }) => unreadable.map(({ id }) => id))]),
  };
}
