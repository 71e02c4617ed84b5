import type { InstantRange } from "../../src/time/day";
import { copperGet, copperList, justcallList, type PagedList, type PageRequest } from "./vendor-pages";
import type { Urls } from "./vendors";

const HOUR_MS = 3_600_000;

/** Copper's emails and calls of a stretch of time. */
export function activities(urls: Urls, { range, type }: { range: InstantRange; type: "mail" | "call" }): PagedList {
  const kind = type === "mail" ? { id: 6, category: "system" } : { id: 2160510, category: "user" };
  const bounds = { minimum_activity_date: seconds(range.since), maximum_activity_date: seconds(range.until) };
  const body = { ...bounds, activity_types: [kind], sort_by: "activity_date", sort_direction: "asc" };
  return copperList(urls, { path: "/activities/search", body });
}

/** Opportunities whose stage changed in a stretch of time; of some stages, or of all. */
export function opportunities(
  urls: Urls,
  { range, stages }: { range: InstantRange; stages?: readonly string[] },
): PagedList {
  const bounds = { minimum_stage_change_date: seconds(range.since), maximum_stage_change_date: seconds(range.until) };
  const body = { ...bounds, ...(stages && { pipeline_stage_ids: stages.map(Number) }), sort_by: "date_created" };
  return copperList(urls, { path: "/opportunities/search", body });
}

/** JustCall's calls; its filter may be in any zone, so that more is asked for on either side. One agent's, or all. */
export function calls(urls: Urls, { range, agent }: { range: InstantRange; agent?: string }): PagedList {
  const from_datetime = written(range.since.getTime() - 12 * HOUR_MS);
  const to_datetime = written(range.until.getTime() + 14 * HOUR_MS);
  const query = { from_datetime, to_datetime, sort: "id", ...(agent !== undefined && { agent_id: agent }) };
  return justcallList(urls, { path: "/calls", query });
}

/** The people of both. */
export function copperUsers(urls: Urls): PagedList {
  return copperList(urls, { path: "/users/search", body: {} });
}

export function justcallUsers(urls: Urls): PagedList {
  return justcallList(urls, { path: "/users", query: {} });
}

/** All in one answer. */
export function pipelines(urls: Urls): PageRequest {
  return copperGet(urls, "/pipelines");
}

function seconds(at: Date): number {
  return Math.floor(at.getTime() / 1_000);
}

function written(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace("T", " ");
}
