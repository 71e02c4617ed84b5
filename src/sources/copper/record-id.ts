/** As Copper's own pages call what an activity hangs on. */
const PAGES = new Map([
  ["person", "contact"],
  ["company", "organization"],
  ["opportunity", "deal"],
  ["lead", "lead"],
]);

/** Where a person finds the record, as far as the account and the kind of record are known. */
export function link(
  account: string | null,
  record: { type: string; id: string } | null | undefined,
): { link?: string } {
  const page = PAGES.get(record?.type ?? "");
  if (account === null || page === undefined || record == null) return {};
  const [company, id] = [account, record.id].map(encodeURIComponent);
  return { link: `https://app.copper.com/companies/${company}/app#/${page}/${id}` };
}

/** FNV-1a over UTF-16 units, 64 bits: the same text gives the same id in every process. */
export function hash(text: string): string {
  let value = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index += 1) {
    value = BigInt.asUintN(64, (value ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
  }
  return value.toString(36);
}
