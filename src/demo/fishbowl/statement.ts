import type { FishbowlAccount, FishbowlItem, FishbowlSalesOrder } from "./account";

const STATUSES: ReadonlyMap<number, string> = new Map([
  [10, "Estimate"],
  [20, "Issued"],
  [25, "In Progress"],
  [60, "Fulfilled"],
  [70, "Closed Short"],
  // As its database names it.
  [80, "Voided"],
  [85, "Cancelled"],
  [90, "Expired"],
  [95, "Historical"],
]);

/**
 * Runs a statement over `so` and returns its rows. Only Paceline's own statements are understood: issue dates and changes
 * since a day, an id to start after, a limit, and which lines make up `goods`. Any other statement gives `null`.
 */
export function runStatement(sql: string, account: FishbowlAccount): readonly object[] | null {
  const [, ids] = / FROM so JOIN .* WHERE so\.id IN \(([\d, ]+)\) ORDER BY so\.id$/.exec(sql) ?? [];
  if (ids !== undefined) {
    return ids.split(",").flatMap((id) => {
      const order = account.orders.get(Number(id));
      return order === undefined ? [] : (rowOf(order, { account, sql }) ?? []);
    });
  }
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
  const rows = matches.flatMap((order) => (order.id > Number(after) ? (rowOf(order, { account, sql }) ?? []) : []));
  return rows.slice(0, Number(limit));
}

/**
 * A joined row; an order whose customer is not there joins nothing. Some runtimes give keys in lower case and days as
 * instants without a zone, so this one does.
 */
function rowOf(order: FishbowlSalesOrder, { account, sql }: { account: FishbowlAccount; sql: string }): object | null {
  const customer = account.customers.get(order.customerId);
  if (customer === undefined) return null;
  return {
    id: order.id,
    num: order.num,
    status: STATUSES.get(order.statusId) ?? "",
    salesman: order.salesman,
    accountid: customer.accountId,
    customername: customer.name,
    dateissued: order.dateIssued === null ? null : `${order.dateIssued}.0`,
    goods: written(goodsOf(order.items, sql), order.id),
    currencyrate: order.currencyRate ?? RATES[order.id % RATES.length],
    accountgroups: customer.groups.length === 0 ? null : [...customer.groups].sort().join("|"),
  };
}

/** What an account of one currency may have for a rate. */
const RATES = [1, "1.000000000", null, 0] as const;

/** Every other amount is the text of a `decimal(28,9)`, as drivers give it. */
function written(amount: number | null, id: number): number | string | null {
  return amount !== null && id % 2 === 0 ? amount.toFixed(9) : amount;
}

/** The sum as the statement words it: `NULL` where a line that is summed has no price, 0 where no line is left. */
function goodsOf(items: readonly FishbowlItem[], sql: string): number | null {
  const away = idsOf(/typeId IN \(([\d, ]+)\)/.exec(sql));
  const beside = idsOf(/typeId NOT IN \(([\d, ]+)\)/.exec(sql));
  // Each pattern stands there twice, for a line's product and for its description.
  const [credits = /^$/, , noGoods = /^$/] = [...sql.matchAll(/ REGEXP '([^']+)'/g)]
    .slice(-4)
    .map(([, pattern = ""]) => new RegExp(pattern));
  const isNamed = (pattern: RegExp, { productNum, description }: FishbowlItem) =>
    [productNum, description].some((name) => pattern.test((name ?? "").toLowerCase()));
  const goods = items.filter((item) => !beside.has(item.typeId) && !isNamed(noGoods, item));
  if (goods.some(({ totalPrice }) => totalPrice === null)) return null;
  const amount = (item: FishbowlItem) => {
    const price = Number(item.totalPrice);
    return away.has(item.typeId) || isNamed(credits, item) ? -Math.abs(price) : price;
  };
  return Number(goods.reduce((sum, item) => sum + amount(item), 0).toFixed(9));
}

function idsOf(found: RegExpExecArray | null): ReadonlySet<number> {
  return new Set((found?.[1] ?? "").split(",").map((id) => Number(id.trim())));
}
