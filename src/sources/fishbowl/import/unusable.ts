/** The whole file is of no use from this row on. */
export class Unusable extends Error {
  constructor(
    readonly row: number,
    reason: string,
  ) {
    super(reason);
  }
}
