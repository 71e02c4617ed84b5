import { type Day, type DayRange, parseDay } from "../../../time/day";
import { inFull } from "../../../words/counts";
import { datedInWords } from "../../../words/dates";
import type { ImportPreview } from "../../order-importer";
import type { CustomerChange } from "./customer-changes";
import type { ReadFile } from "./file/file-reading";
import type { OrderChange } from "./order-change";

/** How many changed orders a preview shows. */
const SHOWN = 10;
/** How many are named of what may be many. */
const MAX_NAMED = 3;

/** What a preview says beside the orders' own sums. */
export interface PreviewParts extends Pick<ImportPreview, "name" | "reps" | "credit" | "accountTypes"> {
  readonly file: ReadFile;
  readonly customers: readonly CustomerChange[];
  /** Every customer of the file, those that stay as they are among them. */
  readonly named: readonly CustomerChange[];
}

/** Adds up what a file does, order by order, into what a person is asked to confirm. */
export class PreviewSum {
  private readonly orders = { new: 0, changed: 0, unchanged: 0 };
  private readonly cents = { new: 0, changedFrom: 0, changedTo: 0, unchanged: 0 };
  private readonly sample: { order: string; changes: OrderChange["changes"] }[] = [];
  private readonly lookalikes: string[] = [];
  private readonly ahead = { orders: 0, cents: 0, days: [] as readonly Day[] };
  private expired = 0;
  private touched: readonly Day[] = [];

  /** Both days are the team's; figures of days before `firstRetained` change no more. */
  constructor(private readonly team: { readonly today: Day; readonly firstRetained: Day }) {}

  add({ kind, set, changes, cents, centsBefore, days, lookalike }: OrderChange): void {
    this.orders[kind] += 1;
    if (kind === "changed") {
      this.cents.changedFrom += centsBefore;
      this.cents.changedTo += cents;
      if (this.sample.length < SHOWN) this.sample.push({ order: set.soNumber, changes });
    } else this.cents[kind] += cents;
    if (lookalike !== null) this.lookalikes.push(`${set.soNumber} and ${lookalike}`);
    if (kind === "unchanged") return;
    this.touch(days);
    if (set.dateIssued !== null && set.dateIssued < this.team.firstRetained) this.expired += 1;
    if (set.dateIssued === null || set.dateIssued <= this.team.today) return;
    this.ahead.orders += 1;
    this.ahead.cents += cents;
    this.ahead.days = ends([...this.ahead.days, set.dateIssued]);
  }

  /** Days whose figures change for another reason. */
  touch(days: readonly string[]): void {
    this.touched = ends([...this.touched, ...days]);
  }

  preview(parts: PreviewParts): ImportPreview {
    const { name, file, customers, reps, credit, accountTypes } = parts;
    const { format, rows, refused, columns } = file;
    const ahead = rangeOf(this.ahead.days);
    return {
      name,
      format,
      rows,
      orders: { ...this.orders },
      customers: {
        new: customers.filter(({ isNew }) => isNew).length,
        changed: customers.filter(({ isNew }) => !isNew).length,
      },
      totals: {
        new: this.cents.new / 100,
        changedFrom: this.cents.changedFrom / 100,
        changedTo: this.cents.changedTo / 100,
        unchanged: this.cents.unchanged / 100,
      },
      refused,
      ...(columns === undefined ? {} : { columns }),
      sample: [...this.sample],
      reps,
      credit,
      accountTypes,
      ahead: ahead === null ? null : { orders: this.ahead.orders, total: this.ahead.cents / 100, days: ahead },
      days: rangeOf(this.touched),
      notices: refused.count > 0 ? [] : this.notices(parts),
    };
  }

  private notKept(): readonly string[] {
    const { firstRetained, today } = this.team;
    if (this.touched.every((day) => day >= firstRetained)) return [];
    const orders = this.expired === 0 ? "" : ` (orders of those days: ${inFull(this.expired)})`;
    return [
      `Paceline doesn't keep records from before ${datedInWords(firstRetained, today)}, so earlier figures stay as they are${orders}.`,
    ];
  }

  private notices({ file, named }: PreviewParts): readonly string[] {
    const { unknownStatuses, hasStatus, notices } = file;
    return [
      ...[...unknownStatuses].map(
        ([status, orders]) => `Status "${status}" isn't a Fishbowl status: its orders (${inFull(orders)}) won't count.`,
      ),
      ...(hasStatus || this.orders.new === 0
        ? []
        : [`The file has no statuses: new orders (${inFull(this.orders.new)}) count as Issued; others keep theirs.`]),
      ...manyTypes(named),
      ...lookalikeNotice(this.lookalikes),
      ...this.notKept(),
      ...notices,
    ];
  }
}

/** The first and the last of some days; documents may have been written by hand, so what is no day is left out. */
function ends(days: readonly string[]): readonly Day[] {
  const sorted = days.flatMap((text) => parseDay(text) ?? []).sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  return first === undefined || last === undefined ? [] : [first, last];
}

function rangeOf([from, to]: readonly Day[]): DayRange | null {
  return from === undefined || to === undefined ? null : { from, to };
}

function manyTypes(customers: readonly CustomerChange[]): readonly string[] {
  const torn = customers.filter(({ fileTypes }) => fileTypes.length > 0);
  if (torn.length === 0) return [];
  const named = torn
    .slice(0, MAX_NAMED)
    .map(({ name, fileTypes, accountType }) => `${name} (${fileTypes.join(", ")}; ${accountType ?? ""} counts)`);
  return [
    `The file gives more than one account type to ${named.join(", ")}${rest(torn.length)}: that of the latest order counts.`,
  ];
}

function lookalikeNotice(lookalikes: readonly string[]): readonly string[] {
  if (lookalikes.length === 0) return [];
  const named = lookalikes.slice(0, MAX_NAMED).join(", ");
  return [`New orders may already exist under numbers with other zeros: ${named}${rest(lookalikes.length)}.`];
}

function rest(all: number): string {
  return all > MAX_NAMED ? ` and ${inFull(all - MAX_NAMED)} more` : "";
}
