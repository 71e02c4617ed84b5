import { z } from "zod";
import type { CopperUser } from "../../../src/demo/copper/account";
import { errorResponse } from "../../../src/demo/copper/responses";
import type { ApiRequest, ApiResponse } from "../../../src/demo/fake-api/exchange";
import { startFakeApi } from "../../../src/demo/fake-api/server";
import { sampleMonth } from "../../../src/demo/sample/sample-month";
import { type BigMonth, bigSeries, bigTeam } from "../builders/big-months";
import { records, sliceOf } from "./lazy-slice";

const Search = z.object({
  page_number: z.int(),
  page_size: z.int(),
  activity_types: z.array(z.object({ category: z.string() })).default([]),
  minimum_activity_date: z.number().default(0),
  maximum_activity_date: z.number().default(0),
});

/** Copper with any number of records, none of them held: what a sync searches for, and nothing else. */
export function startLazyCopper(size: BigMonth, { now, latencyMs }: { now: () => Date; latencyMs: number }) {
  const { mails, copperCalls } = bigSeries(size);
  const users: readonly CopperUser[] = bigTeam(size.reps).copper;
  const pipelines = sampleMonth().copper.pipelines ?? [];
  const respond = ({ method, path, body }: ApiRequest): ApiResponse => {
    if (path === "/account") return { status: 200, body: { id: 1, name: "Acme Beverages" } };
    if (path === "/pipelines") return { status: 200, body: pipelines };
    if (method !== "POST") return errorResponse(404, "Not found");
    const search = Search.parse(body);
    const skipped = (search.page_number - 1) * search.page_size;
    if (path === "/users/search") return page(users.slice(skipped, skipped + search.page_size), users.length);
    if (path === "/opportunities/search") return page([], 0);
    const series = search.activity_types[0]?.category === "system" ? mails : copperCalls;
    const [from, to] = [search.minimum_activity_date * 1_000, search.maximum_activity_date * 1_000];
    const { first, end } = sliceOf(series, { from, to });
    const begun = first + skipped;
    return page(records(series, { first: begun, end: Math.min(end, begun + search.page_size) }), end - first);
  };
  return startFakeApi({ basePath: "/developer_api/v1", now, latencyMs, account: null, respond });
}

function page(body: readonly unknown[], total: number): ApiResponse {
  return { status: 200, headers: { "X-PW-TOTAL": String(total) }, body };
}
