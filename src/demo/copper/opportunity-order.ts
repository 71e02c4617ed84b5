import type { Opportunity } from "./account";

/** The documented sort keys of a search; the date of the stage change is not one of them. */
export const SORTS = [
  "name",
  "account",
  "company_name",
  "value",
  "assignee",
  "customer_source_id",
  "date_modified",
  "date_created",
  "contact",
  "stage",
  "status",
  "close_date",
  "source",
  "priority",
  "last_interaction",
  "interaction_count",
  "deal_last_stage",
  "win_probability",
] as const;

export type OpportunitySort = (typeof SORTS)[number];

type Sortable = string | number | null;

/** The keys that are sorted by their field because a client may reasonably rely on it; all others sort by name. */
const FIELDS: Partial<Record<OpportunitySort, (opportunity: Opportunity) => Sortable>> = {
  company_name: ({ company_name }) => company_name,
  value: ({ monetary_value }) => monetary_value,
  assignee: ({ assignee_id }) => assignee_id,
  date_modified: ({ date_modified }) => date_modified,
  date_created: ({ date_created }) => date_created,
  stage: ({ pipeline_stage_id }) => pipeline_stage_id,
  status: ({ status }) => status,
  interaction_count: ({ interaction_count }) => interaction_count,
  win_probability: ({ win_probability }) => win_probability,
};

/** Compares two opportunities by a documented sort; ties go by id, in the same direction. */
export function opportunityOrder(
  sort: OpportunitySort,
  direction: "asc" | "desc",
): (a: Opportunity, b: Opportunity) => number {
  const field = FIELDS[sort] ?? (({ name }: Opportunity) => name);
  const sign = direction === "asc" ? 1 : -1;
  return (a, b) => sign * (compare(field(a), field(b)) || a.id - b.id);
}

function compare(a: Sortable, b: Sortable): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  return a < b ? -1 : 1;
}
