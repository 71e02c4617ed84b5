import type { MetricType } from "../../metrics/metrics";
import type { InstantRange } from "../../time/day";
import type { CopperConfig } from "./config";
import { type CopperList, reader } from "./pages";
import { Activity, Opportunity } from "./schema";
import type { Stages } from "./stages";

/** The lists of a window; a list whose ids are not known is `null` and not read. */
export interface WindowLists {
  readonly emails: CopperList<Activity> | null;
  readonly calls: CopperList<Activity> | null;
  readonly opportunities: CopperList<Opportunity> | null;
}

/** Copies of a mail are dated seconds apart: so long before a window its mails are listed, too, to tell the first copy from a later one. */
export const COPIES_APART_MS = 60_000;

const EMAIL_TYPES = ["6"];
const CALL_TYPES = ["2160510"];

/**
 * Makes the searches of a window. Whether Copper's bounds belong to the range is not documented, so a second more is
 * requested on either side, and of emails a minute before; what lies outside is dropped by its own instant.
 */
export function windowLists(
  config: CopperConfig,
  { window, stages }: { window: InstantRange; stages: Stages },
): WindowLists {
  const { emailActivityTypes: emails = EMAIL_TYPES, callActivityTypes: calls = CALL_TYPES } = config;
  const since = Math.floor(window.since.getTime() / 1_000) - 1;
  const until = Math.ceil(window.until.getTime() / 1_000) + 1;
  const activities = {
    minimum_activity_date: since,
    maximum_activity_date: until,
    sort_by: "activity_date",
    sort_direction: "asc",
  };
  const mails = { ...activities, minimum_activity_date: since - COPIES_APART_MS / 1_000 };
  const changes = { minimum_stage_change_date: since, maximum_stage_change_date: until };
  return {
    emails: activityList("emails", { ...mails, activity_types: types(emails, "system") }),
    calls: activityList("calls", { ...activities, activity_types: types(calls, "user") }),
    opportunities: opportunityList({ ...changes, pipeline_stage_ids: [...stages.keys()].map(wireId) }),
  };
}

/** Tells whether the list is read that emails or calls (any metric but an entry's) come from. */
export function isRead(config: CopperConfig, type: MetricType): boolean {
  const { emailActivityTypes: emails = EMAIL_TYPES, callActivityTypes: calls = CALL_TYPES } = config;
  return (type === "email_quantity" ? emails : calls).length > 0;
}

/** Ids of the activity types that are counted, by category. */
export function countedTypes({
  emailActivityTypes: system = EMAIL_TYPES,
  callActivityTypes: user = CALL_TYPES,
}: CopperConfig): { readonly system: readonly string[]; readonly user: readonly string[] } {
  return { system, user };
}

/** Tells what an activity of this type counts as; `null` if it does not count. */
export function countedAs(config: CopperConfig, { id, category }: Activity["type"]): "email" | "call" | null {
  const { system, user } = countedTypes(config);
  if (category === "system") return system.includes(id) ? "email" : null;
  return category === "user" && user.includes(id) ? "call" : null;
}

/** Makes the search for opportunities by id, whatever their stage. */
export function opportunitiesById(ids: readonly string[]): CopperList<Opportunity> {
  return { ...OPPORTUNITIES, body: { ...BY_CREATION, ids: ids.map(wireId) } };
}

// Copper cannot sort by the change of stage; the creation never changes, so rows do not move while they are read.
const BY_CREATION = { sort_by: "date_created", sort_direction: "asc" };
const OPPORTUNITIES = { name: "opportunities", path: "/opportunities/search", read: reader(Opportunity) };

function activityList(name: string, body: { activity_types: readonly unknown[] }): CopperList<Activity> | null {
  return body.activity_types.length === 0 ? null : { name, path: "/activities/search", body, read: reader(Activity) };
}

function opportunityList(body: { pipeline_stage_ids: readonly unknown[] }): CopperList<Opportunity> | null {
  return body.pipeline_stage_ids.length === 0 ? null : { ...OPPORTUNITIES, body: { ...body, ...BY_CREATION } };
}

/** Both keys identify a type: 6 of category user would be another one. */
function types(ids: readonly string[], category: "system" | "user") {
  return ids.map((id) => ({ id: wireId(id), category }));
}

/** Copper writes ids as numbers. */
function wireId(id: string): number | string {
  return /^-?\d{1,15}$/.test(id) ? Number(id) : id;
}
