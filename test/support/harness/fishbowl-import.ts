import type { Db } from "mongodb";
import { peopleStore } from "../../../src/people/people-store";
import { roster } from "../../../src/people/roster";
import type { MoneySettings } from "../../../src/sources/fishbowl/import/cells/currency";
import type { RepOf } from "../../../src/sources/fishbowl/import/effects";
import { readFile } from "../../../src/sources/fishbowl/import/file/read-file";
import { importStore } from "../../../src/sources/fishbowl/import/import-store";
import { fishbowlImporter } from "../../../src/sources/fishbowl/import/importer";
import { ordersStore } from "../../../src/sources/fishbowl/orders-store";
import type { OrderImporter } from "../../../src/sources/order-importer";
import { type Day, day } from "../../../src/time/day";
import { aFile } from "../builders/orders";
import { days } from "../builders/team-zone";
import { testDatabase } from "../env/database";

/** What an import writes to. */
export const COLLECTIONS = ["fishbowl_sales_orders", "fishbowl_customers"] as const;

/** A lease that is never lost. */
export const heldLease = async () => {};

interface Kept {
  readonly _id: string | number;
}

/** The importer on a database of its own, and what it wrote. Call it where `describe` is called. */
export function fishbowlImportHarness() {
  const test = testDatabase();
  const importer = () => anImporter(test.db);
  const all = (name: string) => test.db.collection<Kept>(name).find().sort({ _id: 1 }).toArray();
  let ids = 0;
  return {
    test,
    importer,
    all,
    /** Takes a file over, and says it was synced. */
    apply: async (text: string | Uint8Array) => {
      ids += 1;
      const preview = await importer().prepare(aFile(text), { id: `i${ids}`, by: "UALEX", at: new Date("2026-10-28") });
      const written = await importer().write(heldLease);
      for (const one of written) await importer().synced(one);
      return { preview, written };
    },
    /** Both collections, by name. */
    kept: async () => Object.fromEntries(await Promise.all(COLLECTIONS.map(async (name) => [name, await all(name)]))),
    keepCustomers: (...customers: readonly Kept[]) =>
      test.db.collection<Kept>("fishbowl_customers").insertMany([...customers]),
  };
}

/** By what files are read where a test has no settings of its own. */
export const IMPORT_SETTINGS = { days, money: { home: "USD" } as MoneySettings };

/** Keeps the records of all days, as no test's dates come near the end of a retention. */
export const allDaysRetained = async () => day("2000-01-01");

export interface ImporterOptions {
  readonly money?: MoneySettings;
  readonly today?: Day;
  readonly firstRetained?: () => Promise<Day>;
}

/** The importer as the app makes it. */
export function anImporter(
  db: Db,
  { money = IMPORT_SETTINGS.money, today = day("2026-10-28"), firstRetained = allDaysRetained }: ImporterOptions = {},
): OrderImporter {
  const orders = ordersStore(db, async () => (name) => name);
  const readReps = readRepsOf(db);
  const imports = importStore(db, orders);
  return fishbowlImporter({ imports, orders, days, money, today: () => today, firstRetained, readReps });
}

/** Who salesmen are, as the database has it. */
export function readRepsOf(db: Db): () => Promise<RepOf> {
  return async () => {
    const people = peopleStore(db);
    const who = roster(await people.all(), await people.salesmen());
    return (owner) => {
      const userId = who.userOf("fishbowl", owner);
      return userId === null ? null : { userId, name: who.nameOf(userId) };
    };
  };
}

/** What is read of a file of this text. */
export function readText(text: string | Uint8Array) {
  return readFile(aFile(text), IMPORT_SETTINGS);
}

export async function refusedRows(text: string | Uint8Array) {
  return (await readText(text)).refused.rows;
}

interface TypedLine {
  readonly order: string;
  readonly account?: string;
  readonly rep?: string;
  readonly date?: string;
  readonly total?: string;
  readonly status?: string;
  readonly type?: string;
}

/** A file whose lines say the account's type, too: what is left out is of A. Ray's wholesale order of $100. */
export function typedOrders(...lines: readonly TypedLine[]): string {
  const header =
    "Sales order Number,SO Item ID,Account ID,Customer,Sales Rep,Issued date,Product,Revenue,SO Status,Account Type\n";
  const cells = lines.map((line) => {
    const { order, account = "C-1", rep = "A. Ray", date = "10/15/2026" } = line;
    const { total = "100", status = "Issued", type = "Wholesale" } = line;
    return [order, "a", account, `Customer ${account}`, rep, date, "T", total, status, type].join(",");
  });
  return header + cells.join("\n");
}

type Typed = Kept & Readonly<Record<string, unknown>>;

/** Ana, who is A. Ray and aray in Fishbowl, and Ben, who is B. Lee. */
export async function keepTwoReps(db: Db): Promise<void> {
  const person = { email: null, tz: null, role: "rep", active: true, found: { tz: null, active: true } };
  await db.collection<Typed>("users").insertMany([
    { _id: "UANA", ...person, name: "Ana" },
    { _id: "UBEN", ...person, name: "Ben" },
  ]);
  await db.collection<Typed>("fishbowl_users_map").insertMany([
    { _id: "A. Ray", userId: "UANA" },
    { _id: "aray", userId: "UANA" },
    { _id: "B. Lee", userId: "UBEN" },
  ]);
}
