import { MAX_CELLS } from "../cells/cell-faults";
import { Unusable } from "./file-reading";

const [QUOTE, RETURN, NEWLINE] = [0x22, 0x0d, 0x0a];

/** The part of a cell that a byte stands in. */
type Place = "start" | "plain" | "quoted" | "closed";

/**
 * Counts the cells of each row before it is parsed. The parser holds a row until its end and limits the letters in it
 * alone, so that one line of nothing but separators would become millions of empty cells.
 */
export class CellLimit {
  private readonly separator: number;
  private row = 1;
  private cells = 1;
  private place: Place = "start";
  private last = 0;

  /** @param separator one letter of ASCII. */
  constructor(separator: string) {
    this.separator = separator.charCodeAt(0);
  }

  /** Takes the next bytes of the file, wherever they were cut. @throws {Unusable} for a row of too many cells. */
  take(bytes: Uint8Array): void {
    // A file has millions of bytes: an index and a local variable take a sixth of the time.
    let { place } = this;
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (byte === QUOTE) place = afterQuote(place);
      else if (place === "quoted") continue;
      else if (byte === this.separator) {
        this.takeSeparator();
        place = "start";
      } else if (byte === NEWLINE || byte === RETURN) {
        const before = at === 0 ? this.last : bytes[at - 1];
        if (byte === RETURN || before !== RETURN) this.row += 1;
        this.cells = 1;
        place = "start";
      } else place = "plain";
    }
    this.place = place;
    this.last = bytes.at(-1) ?? this.last;
  }

  private takeSeparator(): void {
    this.cells += 1;
    if (this.cells > MAX_CELLS) throw new Unusable(this.row, `it has more than ${MAX_CELLS} cells`);
  }
}

/** A quote opens a cell at its beginning only; a second one behind the closing one is a letter of it. */
function afterQuote(place: Place): Place {
  if (place === "quoted") return "closed";
  return place === "plain" ? "plain" : "quoted";
}
