import { type Day, parseDay } from "../../../time/day";
import type { ImportPreview } from "../../order-importer";
import type { CustomerChange } from "./customer-changes";
import type { ReadFile } from "./file-reading";
import type { OrderChange } from "./order-change";

/** How many changed orders a preview shows. */
const SHOWN = 10;

/** Adds up what a file does, order by order, into what a person is asked to confirm. */
export class PreviewSum {
  private readonly orders = { new: 0, changed: 0, unchanged: 0 };
  private readonly cents = { new: 0, changedFrom: 0, changedTo: 0, unchanged: 0 };
  private readonly sample: { order: string; changes: OrderChange["changes"] }[] = [];
  private first: Day | null = null;
  private last: Day | null = null;

  add({ kind, set, changes, cents, centsBefore, days }: OrderChange): void {
    this.orders[kind] += 1;
    if (kind === "changed") {
      this.cents.changedFrom += centsBefore;
      this.cents.changedTo += cents;
      if (this.sample.length < SHOWN) this.sample.push({ order: set.soNumber, changes });
    } else this.cents[kind] += cents;
    if (kind !== "unchanged") this.touch(days);
  }

  /** Days whose figures change for another reason. */
  touch(days: readonly string[]): void {
    for (const one of days.map(parseDay)) {
      if (one === null) continue;
      if (this.first === null || one < this.first) this.first = one;
      if (this.last === null || one > this.last) this.last = one;
    }
  }

  preview(name: string, { file, customers }: { file: ReadFile; customers: readonly CustomerChange[] }): ImportPreview {
    const { format, rows, refused } = file;
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
      sample: [...this.sample],
      days: this.first === null || this.last === null ? null : { from: this.first, to: this.last },
      notices: this.notices(file, customers),
    };
  }

  private notices({ unknownStatuses, hasStatus }: ReadFile, customers: readonly CustomerChange[]): readonly string[] {
    const untyped = customers.filter(({ isNew, hasType }) => isNew && !hasType).length;
    const count = (orders: number) => orders.toLocaleString("en-US");
    return [
      ...[...unknownStatuses].map(
        ([status, orders]) => `Status '${status}' is none of Fishbowl's: its orders (${count(orders)}) will not count.`,
      ),
      ...(hasStatus || this.orders.new === 0
        ? []
        : [
            `The file has no statuses: new orders (${count(this.orders.new)}) are taken for Issued, others keep theirs.`,
          ]),
      ...(untyped === 0
        ? []
        : [`New customers without an account type (${count(untyped)}): their orders count once one is set.`]),
    ];
  }
}
