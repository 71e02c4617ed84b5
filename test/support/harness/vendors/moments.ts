import type { ApiRequest } from "../../../../src/demo/fake-api/exchange";
import type { HistoryStep, Moment } from "../../builders/vendor-histories";

type Vendor = "copper" | "justcall";
type Asked = Exclude<Moment, "ahead">;

/** Has changes happen right before certain requests of a sync, and tells of what kind those were. */
export function moments() {
  const planned = new Map<string, (() => void)[]>();
  const asked = new Map<string, number>();
  const before = new Set<Asked>();
  const take = (key: string) => {
    const changes = planned.get(key) ?? [];
    planned.delete(key);
    for (const change of changes) change();
    return changes.length > 0;
  };
  const count = (key: string) => {
    const so = asked.get(key) ?? 0;
    asked.set(key, so + 1);
    return so;
  };
  return {
    /** The kinds of requests before which something did happen. */
    before,
    plan(vendor: Vendor, { moment, nth }: HistoryStep, change: () => void): void {
      const key = `${vendor} ${moment} ${nth}`;
      planned.set(key, [...(planned.get(key) ?? []), change]);
    },
    /** Whether the request is one for a page of a list. */
    arrives(vendor: Vendor, request: ApiRequest): boolean {
      const kind = kindOf(request, () => count(`${vendor} ${JSON.stringify(request)}`) > 0);
      if (kind === null) return false;
      if (take(`${vendor} ${kind} ${count(`${vendor} ${kind}`)}`)) before.add(kind);
      return kind !== "look-up";
    },
    /** Has happen what waited for a request that was never made, and begins to count anew. */
    end(): void {
      for (const key of [...planned.keys()]) take(key);
      asked.clear();
    },
  };
}

/** Opportunities are looked up by a search for their ids; a page that was asked for before is one of a second walk. */
function kindOf({ method, path, body }: ApiRequest, isAskedAgain: () => boolean): Asked | null {
  const isById = method === "GET" && /^\/(activities|opportunities|calls)\/\d+$/.test(path);
  if (isById || Object(body).ids !== undefined) return "look-up";
  if (!/^\/(activities\/search|opportunities\/search|calls)$/.test(path)) return null;
  return isAskedAgain() ? "second walk" : "page";
}
