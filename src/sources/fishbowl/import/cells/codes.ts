/** Fishbowl's own numbers of an order's status, as its sales-order export has them. */
const STATUS_BY_NUMBER: ReadonlyMap<string, string> = new Map([
  ["10", "Estimate"],
  ["20", "Issued"],
  ["25", "In Progress"],
  ["60", "Fulfilled"],
  ["70", "Closed Short"],
  ["80", "Void"],
  ["85", "Cancelled"],
  ["90", "Expired"],
  ["95", "Historical"],
]);

const STATUS_BY_NAME: ReadonlyMap<string, string> = new Map([
  ...[...STATUS_BY_NUMBER.values()].map((name) => [name.toLowerCase(), name] as const),
  ["canceled", "Cancelled"],
  ["voided", "Void"],
]);

/** The status that a number of the sales-order export or a name stands for; text that is neither stays as it is. */
export function statusOf(cell: string): { readonly status: string; readonly known: boolean } {
  const text = cell.trim().replace(/\s+/g, " ");
  const status = STATUS_BY_NUMBER.get(text) ?? STATUS_BY_NAME.get(text.toLowerCase());
  return { status: status ?? text, known: status !== undefined };
}

/** Reads a status whose numbers are of another vocabulary, as in reports, whose 30 is Fulfilled. */
export function statusNamed(cell: string): { readonly status: string; readonly known: boolean } {
  return /^\d+$/.test(cell.trim()) ? { status: cell.trim(), known: false } : statusOf(cell);
}
