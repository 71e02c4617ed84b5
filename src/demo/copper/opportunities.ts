import { z } from "zod";
import type { ApiResponse } from "../fake-api/exchange";
import type { RecordQuery } from "../fake-api/query-cache";
import { type CopperAccount, OPPORTUNITY_STATUSES, type Opportunity } from "./account";
import { opportunityOrder, SORTS } from "./opportunity-order";
import { userNow } from "./removed-users";
import { NOT_FOUND, ok, PAGING, pageOf, searchResponse } from "./responses";

const ids = z.array(z.int()).optional();
const seconds = z.number().optional();
const amount = z.number().optional();

const SearchBody = z.strictObject({
  ...PAGING,
  sort_by: z.enum(SORTS).default("name"),
  sort_direction: z.enum(["asc", "desc"]).default("asc"),
  ids,
  name: z.string().optional(),
  assignee_ids: ids,
  status_ids: ids,
  pipeline_ids: ids,
  pipeline_stage_ids: ids,
  company_ids: ids,
  customer_source_ids: ids,
  loss_reason_ids: ids,
  minimum_stage_change_date: seconds,
  maximum_stage_change_date: seconds,
  minimum_created_date: seconds,
  maximum_created_date: seconds,
  minimum_modified_date: seconds,
  maximum_modified_date: seconds,
  minimum_interaction_date: seconds,
  maximum_interaction_date: seconds,
  minimum_monetary_value: amount,
  maximum_monetary_value: amount,
  minimum_interaction_count: amount,
  maximum_interaction_count: amount,
});

type Search = z.infer<typeof SearchBody>;

/** The value of `assignee_ids` that matches opportunities without an assignee. */
const UNASSIGNED = -2;

/** `POST /opportunities/search`: by name unless asked otherwise; both ends of the dates are included. */
export function searchOpportunities(
  { opportunities, users }: CopperAccount,
  { body, totalOver }: { readonly body: unknown; readonly totalOver: number },
): ApiResponse {
  return searchResponse(SearchBody, body, (search) => {
    const { page_number, page_size, ...filters } = search;
    const matches = opportunities.query(JSON.stringify(filters), queryOf(search));
    const page = pageOf(matches, { page_number, page_size, totalOver });
    return { ...page, body: Array.isArray(page.body) ? page.body.map((one) => wire(one, users)) : page.body };
  });
}

/** `GET /opportunities/{id}`: a deleted opportunity is not found. */
export function readOpportunity({ opportunities, users }: CopperAccount, id: number): ApiResponse {
  const opportunity = opportunities.get(id);
  return opportunity === undefined ? NOT_FOUND : ok(wire(opportunity, users));
}

function wire(opportunity: Opportunity, users: CopperAccount["users"]): unknown {
  return { ...opportunity, assignee_id: userNow(opportunity.assignee_id, users) };
}

function queryOf(search: Search): RecordQuery<Opportunity> {
  const passes = [matchesIds(search), matchesRanges(search)];
  return {
    from: search.minimum_stage_change_date ?? Number.NEGATIVE_INFINITY,
    to: search.maximum_stage_change_date ?? Number.POSITIVE_INFINITY,
    passes: (opportunity) => passes.every((pass) => pass(opportunity)),
    order: opportunityOrder(search.sort_by, search.sort_direction),
  };
}

function matchesIds(search: Search): (opportunity: Opportunity) => boolean {
  return (opportunity) =>
    isAmong(search.ids, opportunity.id) &&
    isAmong(search.assignee_ids, opportunity.assignee_id ?? UNASSIGNED) &&
    isAmong(search.status_ids, OPPORTUNITY_STATUSES.indexOf(opportunity.status)) &&
    isAmong(search.pipeline_ids, opportunity.pipeline_id) &&
    isAmong(search.pipeline_stage_ids, opportunity.pipeline_stage_id) &&
    isAmong(search.company_ids, opportunity.company_id ?? UNASSIGNED) &&
    isAmong(search.customer_source_ids, opportunity.customer_source_id ?? UNASSIGNED) &&
    isAmong(search.loss_reason_ids, opportunity.loss_reason_id ?? UNASSIGNED) &&
    (search.name === undefined || search.name === opportunity.name);
}

function matchesRanges(search: Search): (opportunity: Opportunity) => boolean {
  return (opportunity) =>
    isWithin(opportunity.date_created, search.minimum_created_date, search.maximum_created_date) &&
    isWithin(opportunity.date_modified, search.minimum_modified_date, search.maximum_modified_date) &&
    isWithin(opportunity.date_last_contacted, search.minimum_interaction_date, search.maximum_interaction_date) &&
    isWithin(opportunity.monetary_value, search.minimum_monetary_value, search.maximum_monetary_value) &&
    isWithin(opportunity.interaction_count, search.minimum_interaction_count, search.maximum_interaction_count);
}

/** A record without a value matches only when no bound is given. */
function isWithin(value: number | null, low: number | undefined, high: number | undefined): boolean {
  if (value === null) return low === undefined && high === undefined;
  return value >= (low ?? value) && value <= (high ?? value);
}

function isAmong(ids: readonly number[] | undefined, id: number): boolean {
  return ids === undefined || ids.includes(id);
}
