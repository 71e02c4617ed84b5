import type { DueRow, Message } from "../digests/delivery";
import { type BoardParts, renderBoard } from "./render-board";
import { renderDigests } from "./render-digests";

/** Makes the messages of these rows, by their ids. */
export async function renderDeliveries(
  rows: readonly DueRow[],
  parts: BoardParts,
): Promise<ReadonlyMap<string, Message>> {
  const boards = rows.filter(({ kind }) => kind === "board");
  const digests = await renderDigests(
    rows.filter(({ kind }) => kind === "digest"),
    parts,
  );
  const made = await Promise.all(boards.map(async (row) => [row._id, await renderBoard(row.day, parts)] as const));
  return new Map<string, Message>([...made, ...digests]);
}
