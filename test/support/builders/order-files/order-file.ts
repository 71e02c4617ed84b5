import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { MoneySettings } from "../../../../src/sources/fishbowl/import/cells/currency";

const FOLDER = join(__dirname, "../../../imports/files");

/** What one file must give, whichever way it comes. */
export interface ImportCase {
  readonly file: string;
  /** What is set when it comes; home is USD and no direction of rates is set unless given. */
  readonly money?: MoneySettings;
  /** Account types that customers have before. */
  readonly types?: Readonly<Record<string, string>>;
  /** Ana's wholesale by day, in dollars; absent where the file is refused. */
  readonly gives?: Readonly<Record<string, number>>;
  readonly orders?: number;
  /** What is said beside the sums. */
  readonly says?: readonly RegExp[];
  /** Rows that are refused, with the reason. */
  readonly refuses?: readonly (readonly [row: number, reason: RegExp])[];
}

export const contentOf = ({ file }: Pick<ImportCase, "file">): Uint8Array => readFileSync(join(FOLDER, file));

export const pathOf = ({ file }: Pick<ImportCase, "file">): string => join(FOLDER, file);

export const USD = { home: "USD" } as const;

export const TIMES: MoneySettings = { ...USD, rates: "foreign-to-home" };

export const THROUGH: MoneySettings = { ...USD, rates: "home-to-foreign" };

export const read = (
  file: string,
  dollars: number,
  more: Partial<ImportCase> & { readonly day?: string } = {},
): ImportCase => {
  const { day = "2026-10-15", ...rest } = more;
  return { file, gives: { [day]: dollars }, ...rest };
};

export const refused = (file: string, row: number, reason: RegExp, more: Partial<ImportCase> = {}): ImportCase => ({
  file,
  refuses: [[row, reason]],
  ...more,
});

/** A case as a test is named. */
export function nameOf({ file, money, refuses }: ImportCase): string {
  const set = money === undefined ? "" : `, home ${money.home}${money.rates === undefined ? "" : `, ${money.rates}`}`;
  return `${refuses === undefined ? "reads" : "refuses"} ${file}${set}`;
}
