/** A list holds more records than a window may: thrown where it is found out, and answered as `too-many`. */
export class TooManyRecords extends Error {
  override readonly name = "TooManyRecords";

  /** `records`: how many, where the vendor tells. */
  constructor(readonly records: number | null) {
    super("A list holds more records than a window may");
  }
}
