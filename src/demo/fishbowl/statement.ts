import type { FishbowlAccount, FishbowlItem, FishbowlSalesOrder } from "./account";

const STATUSES: ReadonlyMap<number, string> = new Map([
  [10, "Estimate"],
  [20, "Issued"],
  [25, "In Progress"],
  [60, "Fulfilled"],
  [70, "Closed Short"],
  [80, "Void"],
  [85, "Cancelled"],
  [90, "Expired"],
  [95, "Historical"],
]);

/**
 * Runs a statement over `so` and returns its rows. Only Paceline's own statements are understood: issue dates and changes
 * since a day, an id to start after, a limit, and which lines make up `goods`. Any other statement gives `null`.
 */
export function runStatement(sql: string, account: FishbowlAccount): readonly object[] | null {
  const [, since, until] = /so\.dateIssued >= '([\d-]+)' AND so\.dateIssued < '([\d-]+)'/.exec(sql) ?? [];
  const [, changed] = /OR so\.dateLastModified >= '([\d-]+)'/.exec(sql) ?? [];
  if (since === undefined || until === undefined || changed === undefined || !/ FROM so JOIN /.test(sql)) return null;
  const matches = account.orders
    .all()
    .filter(
      ({ dateIssued, dateLastModified }) =>
        (dateIssued !== null && dateIssued >= since && dateIssued < until) || dateLastModified >= changed,
    );
  if (sql.startsWith("SELECT COUNT(*) AS orders")) return [{ orders: matches.length }];
  const [, after, limit] = /AND so\.id > (\d+) ORDER BY so\.id LIMIT (\d+)$/.exec(sql) ?? [];
  if (after === undefined || limit === undefined) return null;
  const page = matches.filter(({ id }) => id > Number(after)).slice(0, Number(limit));
  return page.flatMap((order) => rowOf(order, { account, sql }) ?? []);
}

/** The joined row of an order; `null` when its customer does not exist. */
function rowOf(order: FishbowlSalesOrder, { account, sql }: { account: FishbowlAccount; sql: string }): object | null {
  const customer = account.customers.get(order.customerId);
  if (customer === undefined) return null;
  return {
    id: order.id,
    num: order.num,
    status: STATUSES.get(order.statusId) ?? "",
    salesman: order.salesman,
    accountId: customer.accountId,
    customerName: customer.name,
    dateIssued: order.dateIssued?.slice(0, 10) ?? null,
    goods: goodsOf(order.items, sql),
    accountGroups: customer.groups.length === 0 ? null : [...customer.groups].sort().join("|"),
  };
}

/** The sum as the statement defines it: `NULL` when no line is left. */
function goodsOf(items: readonly FishbowlItem[], sql: string): number | null {
  const returned = idsOf(/typeId IN \(([\d, ]+)\) THEN -ABS/.exec(sql));
  const excluded = idsOf(/typeId NOT IN \(([\d, ]+)\)/.exec(sql));
  const products = new RegExp(/NOT REGEXP '([^']+)'/.exec(sql)?.[1] ?? "^$");
  const goods = items.filter(
    ({ typeId, productNum }) => !excluded.has(typeId) && !products.test((productNum ?? "").toLowerCase()),
  );
  if (goods.length === 0) return null;
  const amount = ({ typeId, totalPrice }: FishbowlItem) =>
    returned.has(typeId) ? -Math.abs(Number(totalPrice)) : Number(totalPrice);
  return Number(goods.reduce((sum, item) => sum + amount(item), 0).toFixed(9));
}

function idsOf(found: RegExpExecArray | null): ReadonlySet<number> {
  return new Set((found?.[1] ?? "").split(",").map((id) => Number(id.trim())));
}
