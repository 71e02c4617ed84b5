import { foldName } from "../../../../metrics/owner-name";
import { counted } from "../../../../words/counts";
import type { LineKind } from "../../goods";
import type { HomeMoney } from "../cells/currency";
import { dollarsText } from "../cells/decimal";

const MAX_NAMES = 4;

/** Counts an occurrence under a name. */
export function countOne(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

const WORDS: Partial<Record<LineKind, string>> = { shipping: "shipping", fee: "card fees", tax: "taxes" };

/** Lines that are no goods: how many there are of each kind, their sum, and what they are called. */
export class LeftOutLines {
  private readonly kinds = new Map<LineKind, { lines: number; cents: number; readonly names: Map<string, string> }>();

  /** @param cents `null` where the line has no total. */
  take(kind: LineKind, { names, cents }: { readonly names: readonly string[]; readonly cents: number | null }): void {
    const known = this.kinds.get(kind) ?? { lines: 0, cents: 0, names: new Map<string, string>() };
    known.lines += 1;
    known.cents += cents ?? 0;
    const name = names.find((one) => one !== "");
    if (name !== undefined && !known.names.has(foldName(name))) known.names.set(foldName(name), name);
    this.kinds.set(kind, known);
  }

  /** One sentence for what would be money; notes and subtotals go without saying. */
  notices(): readonly string[] {
    const parts = [...this.kinds].flatMap(([kind, { lines, cents, names }]) => {
      const word = WORDS[kind];
      if (word === undefined) return [];
      return [`${word} in ${counted(lines, "line")}, ${dollars(cents)} (${quoted([...names.values()])})`];
    });
    return parts.length === 0 ? [] : [`Left out (not goods): ${parts.join("; ")}.`];
  }
}

/** Orders whose money was converted: which, and at which rate. */
export class ConvertedOrders {
  private readonly rates = new Map<string, { readonly examples: string[]; orders: number }>();

  take(soNumber: string, { cents, from }: HomeMoney): void {
    if (from === undefined) return;
    const key = `${from.currency} at a rate of ${from.rate}`;
    const known = this.rates.get(key) ?? { examples: [], orders: 0 };
    known.orders += 1;
    if (known.examples.length < MAX_NAMES) {
      known.examples.push(`${soNumber} (${dollarsText(from.cents)} → ${dollars(cents)})`);
    }
    this.rates.set(key, known);
  }

  notices(): readonly string[] {
    return [...this.rates].map(([key, { examples, orders }]) => {
      const more = orders - examples.length;
      const rest = more > 0 ? ` and ${more.toLocaleString("en-US")} more` : "";
      return `Converted from ${key}: ${orders === 1 ? "order" : "orders"} ${examples.join(", ")}${rest}.`;
    });
  }
}

/** Orders whose numbers differ by zeros in front alone: a spreadsheet may have cut them. */
export function cutZeroNotices(numbers: readonly string[]): readonly string[] {
  if (!numbers.some((number) => /(^|\D)0\d/.test(number))) return [];
  const bare = new Map<string, string[]>();
  for (const number of numbers) {
    const key = withoutZeros(number);
    bare.set(key, [...(bare.get(key) ?? []), number]);
  }
  const lookalikes = [...bare.values()].filter((same) => same.length > 1);
  const more = lookalikes.length - MAX_NAMES;
  return [
    ...lookalikes.slice(0, MAX_NAMES).map((same) => {
      return `Orders ${same.join(" and ")} may be the same order with zeros cut off by a spreadsheet; counted as ${same.length}.`;
    }),
    ...(more > 0 ? [`${counted(more, "more order")} may be such pairs.`] : []),
  ];
}

/** An order's number without the zeros that its digits begin with. */
export function withoutZeros(number: string): string {
  return foldName(number).replace(/(^|\D)0+(?=\d)/g, "$1");
}

/** Types of lines that Fishbowl does not have. */
export function unknownTypeNotices(types: ReadonlyMap<string, number>): readonly string[] {
  return [...types].map(
    ([type, lines]) =>
      `Type "${type}" isn't a Fishbowl type: its lines (${lines.toLocaleString("en-US")}) count as goods.`,
  );
}

function quoted(names: readonly string[]): string {
  const more = names.length - MAX_NAMES;
  const shown = names.slice(0, MAX_NAMES).map((name) => `"${name}"`);
  return [...shown, ...(more > 0 ? [`${more} more names`] : [])].join(", ");
}

/** `$1,234.50`. */
function dollars(cents: number): string {
  return (cents / 100).toLocaleString("en-US", { style: "currency", currency: "USD" });
}
