/** Goals that were saved together: their id, and when that was. */
export interface SavedBatch {
  readonly batch: string;
  readonly at: Date;
}

/** Encodes a batch as the value of the button that undoes it: `change-7 1761660000000`. */
export function encodeBatch({ batch, at }: SavedBatch): string {
  return `${batch} ${at.getTime()}`;
}

/** @throws {RangeError} for a value that no button of ours carries. */
export function decodeBatch(value: string): SavedBatch {
  const [, batch = "", at = ""] = /^([\w-]{1,64}) (\d{12,14})$/.exec(value) ?? [];
  if (batch === "") throw new RangeError(`${JSON.stringify(value.slice(0, 200))} is no batch of goals`);
  return { batch, at: new Date(Number(at)) };
}
