import { type Fact, safeId } from "../../metrics/fact";
import { NO_OWNER } from "../../metrics/lost-owners";
import type { MetricType } from "../../metrics/metrics";
import { recordName } from "../../metrics/record-name";
import type { Seal } from "../../metrics/seal";
import type { ZoneDays } from "../../time/day";
import type { UnreadablePart } from "../unreadable";
import type { StageLetter } from "./config";
import { talkSeconds } from "./duration";
import type { Activity, Mail, Opportunity } from "./schema";
import type { Stages } from "./stages";

/** What the mapping must know in addition to the record. */
export interface CopperContext {
  readonly days: ZoneDays;
  readonly stages: Stages;
  /** The number of the account, which links need; `null` where it is unknown. */
  readonly account: string | null;
  /** Addresses of mails are kept sealed: whose they are can be asked, not read. */
  readonly seal: Seal;
}

/** Facts of one list, and its records that became none. */
export interface Mapped {
  readonly facts: readonly Fact[];
  /** Reasons, one for each record that became none. */
  readonly leftOut: readonly string[];
  /** Records of which a part cannot be read: what was read of them before stands. */
  readonly unreadable: readonly { readonly id: string; readonly part: UnreadablePart }[];
}

export const DELETED = "deleted in Copper";
export const COPY = "copy of an e-mail that is counted already";

const STAGE_METRICS: Record<StageLetter, MetricType> = {
  a: "lead_progression_a",
  b: "lead_progression_b",
  c: "lead_progression_c",
};
const MAX_RECIPIENTS = 20;

/**
 * Makes one fact per mail, owned by its sender's address. Copper lists a mail once for each person it concerns, so the
 * earliest of its activities is the mail and the others are copies, whose ids stay with the fact. One whose sender is empty
 * counts for nobody.
 */
export function emailFacts(activities: readonly Activity[], context: CopperContext): Mapped {
  const mails = new Map<string, MailFact>();
  const leftOut: string[] = [];
  const unreadable: Mapped["unreadable"][number][] = [];
  for (const activity of [...activities].sort(inOrder)) {
    const { id, details } = activity;
    if (details === null || typeof details === "string" || details.kind === "unreadable") {
      unreadable.push({ id, part: "details" });
      continue;
    }
    // Without its own id, nothing tells a mail that lost its sender from any other.
    if (details.sender === "" && details.id === null) {
      unreadable.push({ id, part: "sender" });
      continue;
    }
    const recordId = mailId(activity, { ...details, seal: context.seal });
    const known = mails.get(recordId);
    if (known === undefined) mails.set(recordId, mailFact(activity, { mail: details, recordId, context }));
    else {
      leftOut.push(COPY);
      known.copyIds.push(id);
    }
  }
  const facts = [...mails.values()];
  for (const { copyIds } of facts) if (copyIds.length > 1) copyIds.sort();
  return { facts, leftOut, unreadable };
}

/** The fact of a mail, to which the ids of its copies are added as they are found. */
type MailFact = Fact & { readonly copyIds: string[] };

function mailFact(
  { id, activity_date, parent }: Activity,
  { mail, recordId, context }: { mail: Mail; recordId: string; context: CopperContext },
): MailFact {
  const at = new Date(activity_date * 1_000);
  const { sender, recipients, to: name } = mail;
  return {
    source: "copper",
    recordId,
    type: "email_quantity",
    at,
    day: context.days.dayOf(at),
    owner: context.seal(sender),
    amount: 1,
    copyIds: [id],
    to: recipients.slice(0, MAX_RECIPIENTS).map(context.seal),
    ...(name !== undefined && { name }),
    ...(sender === "" ? { counts: false, why: NO_OWNER.sender } : { counts: true }),
    ...link(context.account, parent),
  };
}

/** Maps calls. Details that are neither text nor empty cannot be read, and may state a duration. */
export function loggedCallFacts(activities: readonly Activity[], context: CopperContext): Mapped {
  const isText = ({ details }: Activity) => details === null || typeof details === "string";
  const unreadable = activities.filter((call) => !isText(call));
  return {
    facts: activities.filter(isText).flatMap((call) => copperCallFacts(call, context)),
    leftOut: [],
    unreadable: unreadable.map(({ id }) => ({ id, part: "details" })),
  };
}

/** Counts a call once, and its talk time if its text states a duration. */
export function copperCallFacts(activity: Activity, context: CopperContext): readonly Fact[] {
  const owner = activity.user_id ?? "";
  const counting = owner === "" ? ({ counts: false, why: NO_OWNER.user } as const) : ({ counts: true } as const);
  const call = { ...base(activity, context), owner, ...counting };
  const seconds = typeof activity.details === "string" ? talkSeconds(activity.details) : null;
  const count: Fact = { ...call, type: "phone_call_quantity", amount: 1 };
  return seconds === null ? [count] : [count, { ...call, type: "talk_time_minutes", amount: seconds }];
}

/** Makes the fact of an opportunity's entry into its stage, owned by its assignee; `null` for a stage that does not count. */
export function entryFact(opportunity: Opportunity, { days, stages, account }: CopperContext): Fact | null {
  const { id, pipeline_stage_id: stage, date_stage_changed: second, assignee_id: assignee } = opportunity;
  const letter = stages.get(stage);
  if (letter === undefined) return null;
  const at = new Date(second * 1_000);
  const entry = {
    source: "copper",
    recordId: safeId(`${id}-${stage}-${second}`),
    type: STAGE_METRICS[letter],
    at,
    day: days.dayOf(at),
    owner: assignee ?? "",
    amount: 1,
    ...recordName(opportunity.name, opportunity.company_name),
    ...link(account, { type: "opportunity", id }),
  } as const;
  return entry.owner === "" ? { ...entry, counts: false, why: NO_OWNER.assignee } : { ...entry, counts: true };
}

/** The opportunity whose entry a fact is, or `null` for the fact of an email or call. */
export function opportunityOf({ type, recordId }: Fact): string | null {
  return Object.values(STAGE_METRICS).includes(type) ? recordId.slice(0, recordId.indexOf("-")) : null;
}

/** The stage that an entry's id names. */
export function stageOf({ recordId }: Fact): string {
  return recordId.split("-")[1] ?? "";
}

/** The letter of the stage whose entries have this type. */
export function letterOf(type: MetricType): StageLetter | null {
  const letters: readonly StageLetter[] = ["a", "b", "c"];
  return letters.find((letter) => STAGE_METRICS[letter] === type) ?? null;
}

function base({ id, activity_date, parent }: Activity, { days, account }: CopperContext) {
  const at = new Date(activity_date * 1_000);
  return { source: "copper", recordId: safeId(id), at, day: days.dayOf(at), ...link(account, parent) } as const;
}

/** Returns the mail's own id, which all copies share, or else whatever tells it from other mails. */
function mailId(
  { activity_date: second }: Activity,
  { id, sender, subject, seal }: Mail & Pick<CopperContext, "seal">,
): string {
  return safeId(id ?? `${second}-${seal(sender)}-${hash(subject ?? "")}`);
}

function inOrder(one: Activity, other: Activity): number {
  return one.activity_date - other.activity_date || (one.id < other.id ? -1 : 1);
}

/** What Copper's own pages call the record that an activity belongs to. */
const PAGES = new Map([
  ["person", "contact"],
  ["company", "organization"],
  ["opportunity", "deal"],
  ["lead", "lead"],
]);

/** Links to the record, if the account and the kind of record are known. */
function link(account: string | null, record: { type: string; id: string } | null | undefined): { link?: string } {
  const page = PAGES.get(record?.type ?? "");
  if (account === null || page === undefined || record == null) return {};
  const [company, id] = [account, record.id].map(encodeURIComponent);
  return { link: `https://app.copper.com/companies/${company}/app#/${page}/${id}` };
}

/** FNV-1a over UTF-16 units, 64 bits: the same text gives the same id in every process. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index += 1) {
    value = BigInt.asUintN(64, (value ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
  }
  return value.toString(36);
}
