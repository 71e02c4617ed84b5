import type { ApiRequest, ApiResponse } from "../../../src/demo/fake-api/exchange";
import { startFakeApi } from "../../../src/demo/fake-api/server";
import { type JustCallCall, type JustCallUser, justCallAccount } from "../../../src/demo/justcall/account";
import { errorResponse, paging } from "../../../src/demo/justcall/responses";
import { wireCall } from "../../../src/demo/justcall/wire-call";
import { type BigMonth, bigSeries, bigTeam } from "../builders/big-months";
import { records, sliceOf } from "./lazy-slice";

const BASE_PATH = "/v2.1";
/** What lifted limits are in the headers, which have no word for "none". */
const LIFTED = { "X-Rate-Limit-Limit": "1000000000", "X-Rate-Limit-Burst-Limit": "1000000000" };

/** JustCall with any number of calls, none of them held. Its filter is in UTC; it names no totals. */
export function startLazyJustCall(size: BigMonth, { now, latencyMs }: { now: () => Date; latencyMs: number }) {
  const { justcallCalls } = bigSeries(size);
  const people = bigTeam(size.reps).justcall;
  const wire = wireOf(people, justcallCalls.record(0));
  const firstId = justcallCalls.record(0).id;
  const respond = ({ path, query }: ApiRequest): ApiResponse => {
    const pages = paging(query, { perPage: 20 });
    if ("refusal" in pages) return errorResponse(400, pages.refusal);
    const skipped = pages.page * pages.perPage;
    const users = people.slice(skipped, skipped + pages.perPage);
    if (path === "/users") return page(users, { number: pages.page, more: skipped + users.length < people.length });
    if (path !== "/calls") return errorResponse(404, "Not found");
    const range = { from: instant(query.from_datetime), to: instant(query.to_datetime) + 999 };
    const { first, end } = sliceOf(justcallCalls, range);
    // Ids rise with time: what is behind the last one read is behind it in time, too.
    const behind = query.last_call_id_fetched ? Number(query.last_call_id_fetched) - firstId + 1 : first + skipped;
    const calls = records(justcallCalls, { first: behind, end: Math.min(end, behind + pages.perPage) });
    return page(calls.map(wire), { number: pages.page, more: behind + calls.length < end });
  };
  return startFakeApi({ basePath: BASE_PATH, now, latencyMs, account: null, respond });
}

/** A call as the API gives it: made from a first one, since writing dates in two zones costs more than all the rest. */
function wireOf(users: readonly JustCallUser[], first: JustCallCall): (call: JustCallCall) => unknown {
  const form = Object(wireCall(justCallAccount({ users }), first));
  const agents = new Map(users.map((user) => [user.id, user]));
  return ({ id, startedAt, agentId }) => {
    const agent = agents.get(agentId);
    const [call_date = "", call_time = ""] = startedAt.toISOString().slice(0, 19).split("T");
    const mine = { id, agent_id: agentId, agent_name: agent?.name, agent_email: agent?.email, call_date, call_time };
    return { ...form, ...mine };
  };
}

function page(
  data: readonly unknown[],
  { number, more }: { readonly number: number; readonly more: boolean },
): ApiResponse {
  const next_page_link = more ? `https://api.justcall.io/v2.1/calls?page=${number + 1}` : null;
  const body = { status: "success", count: data.length, current_page: number, next_page_link, data };
  return { status: 200, headers: LIFTED, body };
}

function instant(text = ""): number {
  return Date.parse(`${text.replace(" ", "T")}Z`);
}
