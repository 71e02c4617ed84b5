import { readFile } from "../../../../src/sources/fishbowl/import/read-file";
import { aFile } from "../../../support/builders/orders";

/** What is read of a file of this text. */
export function read(text: string | Uint8Array) {
  return readFile(aFile(text));
}

export async function refusedRows(text: string | Uint8Array) {
  return (await read(text)).refused.rows;
}
