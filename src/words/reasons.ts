/** How a reason is said of one record and of several. */
interface Words {
  readonly one: string;
  readonly many: string;
}

const RECORDS: readonly Words[] = [
  { one: "call", many: "calls" },
  { one: "email", many: "emails" },
  { one: "opportunity", many: "opportunities" },
  { one: "activity", many: "activities" },
];
const PARTS = ["date", "details", "duration", "sender", "stage"];

/**
 * What people read for each reason why a record does not count. The keys are stored with facts and syncs, so they stay as
 * they are, whatever the words become; reasons that mean the same to a reader have the same words and are counted together.
 */
const REASONS: ReadonlyMap<string, Words> = new Map([
  ["duplicate of a JustCall call", { one: "duplicate of a JustCall call", many: "duplicates of JustCall calls" }],
  ["copy of an e-mail that is counted already", { one: "duplicate email", many: "duplicate emails" }],
  ["received, not sent by a rep", { one: "incoming email", many: "incoming emails" }],
  ["sender is nobody in Slack", { one: "email from an unmatched sender", many: "emails from unmatched senders" }],
  ["e-mail has no sender", { one: "email with no sender", many: "emails with no sender" }],
  ["call has no agent", { one: "call with no agent", many: "calls with no agent" }],
  ["call has no user", { one: "call with no user", many: "calls with no user" }],
  ["call is still in progress", { one: "call in progress", many: "calls in progress" }],
  ["opportunity has no assignee", { one: "opportunity with no owner", many: "opportunities with no owner" }],
  [
    "its Copper user is nobody in Slack",
    { one: "record of an unmatched Copper user", many: "records of unmatched Copper users" },
  ],
  [
    "its JustCall agent is nobody in Slack",
    { one: "call by an unmatched JustCall agent", many: "calls by unmatched JustCall agents" },
  ],
  [
    "its salesman is mapped to nobody",
    { one: "order of an unmatched sales rep", many: "orders of unmatched sales reps" },
  ],
  ["order has no salesman", { one: "order with no sales rep", many: "orders with no sales rep" }],
  ["order is Estimate", { one: "estimate", many: "estimates" }],
  ["order is Void", { one: "void order", many: "void orders" }],
  ["order is Cancelled", { one: "canceled order", many: "canceled orders" }],
  ["order is Expired", { one: "expired order", many: "expired orders" }],
  ["order has an unknown status", { one: "order with an unknown status", many: "orders with an unknown status" }],
  ["customer has no account type", { one: "order with no account type", many: "orders with no account type" }],
  [
    "account type is neither Wholesale nor Distribution",
    { one: "order with another account type", many: "orders with another account type" },
  ],
  ["its day is not kept", { one: "order older than Paceline keeps", many: "orders older than Paceline keeps" }],
  ["order has no issue date", { one: "order with no issue date", many: "orders with no issue date" }],
  ["issue date could not be read", { one: "order with an unreadable date", many: "orders with an unreadable date" }],
  ["total could not be read", { one: "order with an unreadable total", many: "orders with an unreadable total" }],
  [
    "order is in another currency: import it by a file",
    {
      one: "order in another currency: import it as a file",
      many: "orders in another currency: import them as a file",
    },
  ],
  ["could not be read", { one: "unreadable record", many: "unreadable records" }],
  ["deleted at the source", { one: "deleted record", many: "deleted records" }],
  ["deleted in Copper", { one: "deleted record", many: "deleted records" }],
  ...RECORDS.flatMap(({ one, many }): (readonly [string, Words])[] => [
    [`${one} could not be read`, { one: `unreadable ${one}`, many: `unreadable ${many}` }],
    ...PARTS.map((part): readonly [string, Words] => [
      `${one} could not be read: ${part}`,
      { one: `${one} with unreadable ${part}`, many: `${many} with unreadable ${part}` },
    ]),
  ]),
]);

/** Whether a stored reason has words of its own; others are shown as they are stored. */
export function hasWords(why: string): boolean {
  return REASONS.has(why);
}

/** Says of one record why it does not count: "duplicate of a JustCall call". */
export function reasonInWords(why: string): string {
  return REASONS.get(why)?.one ?? why;
}

/** Says how many records do not count and why, most first: "7 duplicates of JustCall calls", "1 void order". */
export function reasonsInWords(reasons: Iterable<readonly [why: string, records: number]>): readonly string[] {
  return rankedReasons(reasons).map(({ words }) => words);
}

/** Says of each reason how many records do not count for it, most first; each reason stands once. */
function rankedReasons(
  reasons: Iterable<readonly [why: string, records: number]>,
): readonly { readonly words: string; readonly records: number }[] {
  const sums = new Map<string, { readonly one: string | null; readonly many: string; readonly records: number }>();
  for (const [why, records] of reasons) {
    const { one, many } = REASONS.get(why) ?? { one: null, many: why };
    sums.set(many, { one, many, records: (sums.get(many)?.records ?? 0) + records });
  }
  return [...sums.values()]
    .filter(({ records }) => records > 0)
    .sort((a, b) => b.records - a.records || (a.many < b.many ? -1 : 1))
    .map(({ one, many, records }) => {
      const number = records.toLocaleString("en-US");
      return { words: one === null ? `${many} (${number})` : `${number} ${records === 1 ? one : many}`, records };
    });
}
