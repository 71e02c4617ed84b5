import { foldName } from "../../../../metrics/owner-name";
import type { Amounts } from "./amounts";
import { centsOf, centsOfQuotient, type Decimal, decimal, dollarsText, times } from "./decimal";

/** Which currency the figures are in, and what a rate of another one means. */
export interface MoneySettings {
  /** ISO code of the currency that an order is in when it names none. */
  readonly home: string;
  /** What an order's money is multiplied or divided by its rate for; unset, no order in another currency is taken over. */
  readonly rates?: "foreign-to-home" | "home-to-foreign" | undefined;
}

/** What a file says of one order's money; empty where it says nothing. */
export interface MoneyFields {
  readonly currency: string;
  readonly rate: string;
  /** Whether prices include tax. */
  readonly includesTax: string;
  /** Whether prices are in the home currency, whatever the order's is. */
  readonly homePrices: string;
}

/** An order's total in the home currency; `from` where it was converted. */
export interface HomeMoney {
  readonly cents: number;
  readonly from?: { readonly currency: string; readonly rate: string; readonly cents: number };
}

/** Rounds once, the order's whole total: half a cent away from zero. @returns why the order is refused, if it is. */
export function homeMoney(
  total: Decimal,
  {
    fields,
    settings,
    amounts,
  }: { readonly fields: MoneyFields; readonly settings: MoneySettings; readonly amounts: Amounts },
): HomeMoney | string {
  const taxed = taxFault(fields.includesTax);
  if (taxed !== null) return taxed;
  const { currency, rate } = fields;
  const own = currency === "" || isCurrency(currency, settings.home);
  const homePrices = yesOrNo(fields.homePrices);
  if (homePrices === "neither") return `its PriceIsHomeCurrency "${fields.homePrices}" is neither true nor false`;
  if (own && currency === "" && isOtherRate(rate)) {
    return `it has a currency rate of ${rate} and names no currency: export it with its currency, or in ${settings.home}`;
  }
  if (own || homePrices === true) return { cents: centsOf(total) };
  return converted(total, { currency, rate, settings, amounts });
}

/** Why an order's prices are no revenue; `null` when they are. */
export function taxFault(includesTax: string): string | null {
  const taxed = yesOrNo(includesTax);
  if (taxed === "neither") return `its TotalIncludesTax "${includesTax}" is neither true nor false`;
  if (taxed !== true) return null;
  return "its prices include tax, which isn't revenue: export it with prices without tax";
}

function converted(
  total: Decimal,
  {
    currency,
    rate,
    settings,
    amounts,
  }: Omit<MoneyFields, "includesTax" | "homePrices"> & {
    readonly settings: MoneySettings;
    readonly amounts: Amounts;
  },
): HomeMoney | string {
  const { home, rates } = settings;
  const money = `its ${dollarsText(centsOf(total))} ${currency}`;
  if (rate === "") return `${money} have no rate to ${home}: export it with its currency rate, or in ${home}`;
  const factor = amounts.read("rate", rate);
  if (typeof factor === "string") return `its currency rate "${rate}" ${factor}`;
  if (factor.units <= 0n) return `its currency rate "${rate}" is not above zero`;
  const into = { "foreign-to-home": centsOf(times(total, factor)), "home-to-foreign": centsOfQuotient(total, factor) };
  const from = { currency, rate, cents: centsOf(total) };
  if (rates !== undefined) return { cents: into[rates], from };
  const results = (["foreign-to-home", "home-to-foreign"] as const).map(
    (direction) => `$${dollarsText(into[direction])} (${direction})`,
  );
  return `${money} at ${rate} are ${results.join(" or ")}: ${ASK_WHICH_WAY}`;
}

/** Whoever imports in Slack cannot set it. */
const ASK_WHICH_WAY = "ask whoever runs Paceline to set which way the rate converts (FISHBOWL_RATE_DIRECTION)";

const NAMES = new Intl.DisplayNames("en", { type: "currency" });

/** Whether a currency's name is the one of a code: the code itself, or its English name however it is spelled. */
function isCurrency(name: string, code: string): boolean {
  const plain = (text: string) =>
    foldName(text)
      .replace(/\./g, "")
      .replace(/^united states /, "us ")
      .replace(/s$/, "");
  return [code, NAMES.of(code) ?? code].some((known) => plain(known) === plain(name));
}

function isOtherRate(rate: string): boolean {
  const factor = decimal(rate);
  return rate !== "" && (factor === null || factor.units !== 10n ** BigInt(factor.scale));
}

/** Whether a cell says yes; an empty one says no. */
function yesOrNo(cell: string): boolean | "neither" {
  if (/^(true|yes|y|t|1)$/i.test(cell)) return true;
  return /^(false|no|n|f|0|)$/i.test(cell) ? false : "neither";
}
