import type { ApiResponse } from "../fake-api/exchange";
import { firstIndex } from "../fake-api/record-set";
import type { JustCallAccount, JustCallCall } from "./account";
import { callRange } from "./range";
import { errorResponse, type ListRequest, listPage, paging } from "./responses";
import { wireCall } from "./wire-call";

type Order = (a: JustCallCall, b: JustCallCall) => number;

/** `GET /calls`: newest ids first unless asked otherwise. */
export function listCalls(account: JustCallAccount, request: ListRequest): ApiResponse {
  const { query, now, zone } = request;
  const range = callRange(query, { zone, now });
  if ("refusal" in range) return errorResponse(400, range.refusal);
  const pages = paging(query, { perPage: 20 });
  if ("refusal" in pages) return errorResponse(400, pages.refusal);
  const order = callOrder(query);
  if (order === null) return errorResponse(400, "sort must be id or datetime, order asc or desc");
  const { agent_id, call_direction, sort, order: direction } = query;
  const key = JSON.stringify([range, agent_id, call_direction, sort, direction]);
  const passes = (call: JustCallCall) =>
    (agent_id === undefined || call.agentId === Number(agent_id)) &&
    (call_direction === undefined || call.direction === call_direction);
  const matches = account.calls.query(key, { ...range, passes, order });
  const start = startAfter(account, { query, matches, order }) ?? pages.page * pages.perPage;
  return listPage({ ...request, ...pages, path: "/calls", matches, start, wire: (call) => wireCall(account, call) });
}

/** `GET /calls/{id}` */
export function readCall(account: JustCallAccount, id: number): ApiResponse {
  const call = account.calls.get(id);
  if (call === undefined) return errorResponse(404, "Call not found");
  return { status: 200, body: { status: "success", data: wireCall(account, call) } };
}

function callOrder({ sort = "id", order = "desc" }: Readonly<Record<string, string>>): Order | null {
  if (order !== "asc" && order !== "desc") return null;
  const sign = order === "asc" ? 1 : -1;
  if (sort === "id") return (a, b) => sign * (a.id - b.id);
  if (sort !== "datetime") return null;
  return (a, b) => sign * (a.startedAt.getTime() - b.startedAt.getTime() || a.id - b.id);
}

/**
 * Finds where the page starts when the request names the last id it read: right after that call. Sorted by id, this also
 * works for a deleted call; sorted by time its position is unknown, and the page is an offset again (`null`).
 */
function startAfter(
  { calls }: JustCallAccount,
  {
    query,
    matches,
    order,
  }: {
    readonly query: Readonly<Record<string, string>>;
    readonly matches: readonly JustCallCall[];
    readonly order: Order;
  },
): number | null {
  if (query.last_call_id_fetched === undefined || query.last_call_id_fetched === "") return null;
  const id = Number(query.last_call_id_fetched);
  const last = calls.get(id);
  if (last !== undefined) return firstIndex(matches, (call) => order(call, last) > 0);
  if ((query.sort ?? "id") !== "id") return null;
  return firstIndex(matches, (call) => ((query.order ?? "desc") === "asc" ? call.id > id : call.id < id));
}
