import type { NameSum } from "../../../metrics/fact-summary-store";
import { customerInWords } from "../../../words/sums";
import { counted, foreign } from "../../ui/text";

const MAX_CUSTOMERS = 12;
const MAX_NAME_LENGTH = 40;

/** A line for each customer without an account type, with what waits for it, and how many more there are. */
export function customerLines(untyped: readonly NameSum[]): readonly string[] {
  const more = untyped.length - MAX_CUSTOMERS;
  return [
    ...untyped.slice(0, MAX_CUSTOMERS).map((one) => `• ${customerLine(one)}, ${counted(one.records, "order")}`),
    ...(more > 0 ? [`and ${counted(more, "more customer")}`] : []),
  ];
}

/** "Ping House $32,817.04". */
export function customerLine(one: Pick<NameSum, "name" | "amount">): string {
  return customerInWords(one, (name) => foreign(name, MAX_NAME_LENGTH));
}

/** What to do so that these orders are credited, a step a line. @param isImported whether orders come from files. */
export function stepsToType(isImported: boolean): readonly string[] {
  return isImported ? BY_FILE : BY_SERVER;
}

const BY_FILE = [
  "1. In Fishbowl, set the account type of each of these customers to Wholesale or Distribution.",
  "2. Get a new file, a sales-order export or a per-line report, with the account type as a column.",
  "3. Drop the file into Messages. The preview shows who is credited before you apply it.",
];
const BY_SERVER = [
  "1. In Fishbowl, put each of these customers into the group Wholesale or Distribution.",
  "2. Sync again, or wait for the next sync: it credits them.",
];
