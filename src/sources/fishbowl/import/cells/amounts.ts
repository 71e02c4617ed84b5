import { isScientific } from "./cell-faults";
import { type Decimal, decimal, signed, ZERO } from "./decimal";

/** Reads the numbers of one file; text that is no number comes back as what is wrong with it: "is no number, …". */
export interface Amounts {
  read(column: string, text: string): Decimal | string;
}

const NO_NUMBER = "isn't a number like 1,234.50";
const LOST = "is in scientific notation, so digits are lost: enter all of them";

/** Numbers as Americans write them, as in files that are separated by commas or tabs. */
export const AMERICAN: Amounts = {
  read: (_column, text) => decimal(text) ?? (isScientific(text) ? LOST : NO_NUMBER),
};

type Mark = "." | ",";

/** What the numbers of a file that is separated by semicolons show of its decimal mark. */
export class DecimalMarks {
  /** The first number that shows a mark, by column and mark. */
  private readonly shown = new Map<string, Map<Mark, string>>();

  /** Collects what each number shows, and takes it for nothing. */
  readonly collect: Amounts = {
    read: (column, text) => {
      const mark = decimalMark(text);
      if (mark === "." || mark === ",") this.note(column, { mark, text });
      return ZERO;
    },
  };

  /** Reads the numbers by what all of them showed; no amount is guessed. */
  readonly amounts: Amounts = {
    read: (column, text) => {
      const mark = decimalMark(text);
      if (mark === null) return AMERICAN.read(column, text);
      const clash = this.clash();
      if (clash !== null) return clash;
      const [own] = this.shown.get(column)?.keys() ?? [];
      return own === undefined ? bothReadings(text) : AMERICAN.read(column, own === "." ? text : swapped(text));
    },
  };

  private note(column: string, { mark, text }: { mark: Mark; text: string }): void {
    const marks = this.shown.get(column) ?? new Map<Mark, string>();
    if (!marks.has(mark)) marks.set(mark, text);
    this.shown.set(column, marks);
  }

  private clash(): string | null {
    const first = (mark: Mark) => [...this.shown.values()].flatMap((marks) => marks.get(mark) ?? [])[0];
    const [dot, comma] = [first("."), first(",")];
    if (dot === undefined || comma === undefined) return null;
    return `stands in a file that writes both "${dot}" and "${comma}", so its decimal mark is unclear: write all numbers the same way`;
  }
}

/** The decimal mark that a number shows; `both` where two readings are possible, `null` where it has no mark. */
export function decimalMark(text: string): Mark | "both" | null {
  const digits = signed(text)?.digits ?? "";
  const found = /^([\d\s]*)([.,])([\d.,\s]*)$/.exec(digits);
  if (found === null) return null;
  const [, whole = "", first, rest = ""] = found;
  const mark = first === "." ? "." : ",";
  const other = otherThan(mark);
  // 1.500,00 and 1.500.000: what separates thousands is no decimal mark.
  if (rest.includes(other)) return other;
  if (rest.includes(mark)) return other;
  return /^[1-9]\d{0,2}$/.test(whole) && /^\d{3}$/.test(rest) ? "both" : mark;
}

function otherThan(mark: Mark): Mark {
  return mark === "." ? "," : ".";
}

function swapped(text: string): string {
  return text.replace(/[.,]/g, (mark) => (mark === "." ? "," : "."));
}

function bothReadings(text: string): string {
  const digits = signed(text)?.digits ?? text;
  const [whole = "", fraction = ""] = digits.split(/[.,]/);
  const small = `${whole}.${fraction.replace(/0+$/, "") || "0"}`;
  return `can be ${small} or ${whole},${fraction} in a file separated by semicolons: write it as ${whole}${fraction}, or all numbers with two decimals`;
}
