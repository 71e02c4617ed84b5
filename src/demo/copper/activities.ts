import { z } from "zod";
import type { ApiResponse } from "../fake-api/exchange";
import { oddName } from "../fake-api/odd-names";
import type { RecordQuery } from "../fake-api/query-cache";
import type { Activity, CopperAccount } from "./account";
import { userNow } from "./removed-users";
import { NOT_FOUND, ok, PAGING, pageOf, searchResponse } from "./responses";

const SearchBody = z.strictObject({
  ...PAGING,
  parent: z.object({ id: z.int(), type: z.string() }).optional(),
  // A type is the pair: 6 of category "user" is not the same type as 6 of category "system".
  activity_types: z.array(z.object({ id: z.int(), category: z.enum(["user", "system"]) })).optional(),
  minimum_activity_date: z.number().optional(),
  maximum_activity_date: z.number().optional(),
  full_result: z.boolean().optional(),
  sort_by: z.literal("activity_date").optional(),
  sort_direction: z.enum(["asc", "desc"]).default("desc"),
});

type Search = z.infer<typeof SearchBody>;

/** `POST /activities/search`: newest first unless asked otherwise; both ends of the dates are included. */
export function searchActivities(
  { activities, users }: CopperAccount,
  { body, totalOver }: { readonly body: unknown; readonly totalOver: number },
): ApiResponse {
  return searchResponse(SearchBody, body, (search) => {
    const { page_number, page_size, ...filters } = search;
    const matches = activities.query(JSON.stringify(filters), queryOf(search));
    const page = pageOf(matches, { page_number, page_size, totalOver });
    return { ...page, body: Array.isArray(page.body) ? page.body.map((one) => wire(one, users)) : page.body };
  });
}

/** `GET /activities/{id}`: a deleted activity can still be read, as a stub. */
export function readActivity({ activities, users }: CopperAccount, id: number): ApiResponse {
  const activity = activities.get(id);
  if (activity !== undefined) return ok(wire(activity, users));
  return activities.wasRemoved(id) ? ok(stub(id)) : NOT_FOUND;
}

function queryOf({ parent, activity_types, sort_direction, ...search }: Search): RecordQuery<Activity> {
  const kinds = activity_types && new Set(activity_types.map(kind));
  const passes = (activity: Activity) =>
    (!kinds || kinds.has(kind(activity.type))) &&
    (!parent || (activity.parent.id === parent.id && activity.parent.type === parent.type));
  return {
    from: search.minimum_activity_date ?? Number.NEGATIVE_INFINITY,
    to: search.maximum_activity_date ?? Number.POSITIVE_INFINITY,
    passes,
    ...(sort_direction === "desc" && { order: newestFirst }),
  };
}

function newestFirst(a: Activity, b: Activity): number {
  return b.activity_date - a.activity_date || b.id - a.id;
}

function kind({ id, category }: Activity["type"]): string {
  return `${category}/${id}`;
}

function wire(listed: Activity, users: CopperAccount["users"]): unknown {
  const activity = { ...listed, user_id: userNow(listed.user_id, users) };
  const { id, details } = activity;
  if (activity.is_deleted) return stub(id);
  // What a test breaks stays broken as it is.
  if (details === null || typeof details !== "object" || !Array.isArray(Reflect.get(details, "recipients")))
    return activity;
  const recipients = details.recipients.map((mailbox) => ({ ...mailbox, name: oddName(mailbox.name, id) }));
  return { ...activity, details: { ...details, recipients } };
}

function stub(id: number): unknown {
  return { id, is_deleted: true };
}
