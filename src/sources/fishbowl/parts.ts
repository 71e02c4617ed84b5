import type { Sleep } from "../../lib/sleep";
import type { Log } from "../../log";
import type { Day, ZoneDays } from "../../time/day";
import type { OrderImporter } from "../order-importer";
import type { RequestMeter } from "../request-meter";
import type { MoneySettings } from "./import/cells/currency";
import type { RepOf } from "./import/effects";
import { importStore } from "./import/import-store";
import { fishbowlImporter } from "./import/importer";
import type { FishbowlConfig } from "./index";
import { fishbowlCollections, type OrdersStore, ordersStore } from "./orders-store";
import { fishbowlPull } from "./pull/pull";

type Db = Parameters<typeof ordersStore>[0];

export interface FishbowlDeps {
  readonly db: Db;
  readonly days: ZoneDays;
  /** With all three, orders are pulled from Fishbowl's server. */
  readonly baseUrl: string | undefined;
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly money: MoneySettings;
  /** The time that days go by. */
  readonly now: () => Date;
  /** Reads the first day whose records are kept. */
  readonly firstRetained: () => Promise<Day>;
  /** Who salesmen are by the mappings as they stand now. */
  readonly readReps: () => Promise<RepOf>;
  /** What stands for the name of a salesman: a pseudonym for one who was erased. */
  readonly pseudonyms: OrdersStore["pseudonyms"];
  readonly clock: () => number;
  readonly sleep?: Sleep;
  readonly log: Pick<Log, "debug">;
  readonly meter?: RequestMeter | undefined;
}

/** Makes, once on one database, the importer of files and the configuration of the source. */
export function fishbowlParts({
  db,
  days,
  baseUrl,
  username,
  password,
  money,
  now,
  firstRetained,
  readReps,
  pseudonyms,
  ...client
}: FishbowlDeps): {
  readonly importer: OrderImporter;
  readonly config: Omit<FishbowlConfig, "finishImports">;
} {
  const orders = ordersStore(db, pseudonyms);
  const server = baseUrl && username && password ? { baseUrl, username, password } : null;
  const pull = server === null ? undefined : fishbowlPull({ ...server, store: orders, days, ...client });
  const today = () => days.dayOf(now());
  const imports = importStore(db, orders);
  const unreadImports = async () => (await imports.all(["pending", "undoing", "written"])).map((one) => one.days);
  return {
    importer: fishbowlImporter({
      ...{ imports, orders, days, money, today, firstRetained, readReps },
    }),
    config: { collections: fishbowlCollections(db), days, unreadImports, takenOut: imports.takenOut, pull },
  };
}
