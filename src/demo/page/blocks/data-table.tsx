import { useState } from "preact/hooks";
import { type Json, listOf, objectsOf, textOf } from "../../slack/json";
import type { BlockProps } from "./basic-blocks";
import { nextSort, pageOf, type Sorting, sorted } from "./data-table-order";
import { Cell } from "./table";

/** A table that its reader sorts by any column and pages through. */
export function DataTable({ block }: BlockProps) {
  const [heading = [], ...rows] = listOf(block.rows).map(objectsOf);
  const [sorting, sort] = useState<Sorting | null>(null);
  const [page, turn] = useState(0);
  const shown = pageOf(sorted(rows, sorting), { page, size: Number(block.page_size ?? 5) });
  const caption = textOf(block.caption) ?? "Table";
  const named = Number(block.row_header_column_index ?? 0);
  const press = (column: number) => {
    sort(nextSort(sorting, column));
    turn(0);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="table data-table" tabIndex={0} aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {heading.map((cell, column) => (
              <Heading
                key={`${column}`}
                cell={cell}
                side={sideOf(rows[0]?.[column])}
                order={orderOf(sorting, column)}
                press={() => press(column)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.rows.map((cells) => (
            <tr key={rows.indexOf(cells)}>
              {cells.map((cell, column) =>
                column === named ? (
                  <th key={`${column}`} scope="row">
                    <Cell cell={cell} />
                  </th>
                ) : (
                  <td key={`${column}`} class={sideOf(cell)}>
                    <Cell cell={cell} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {shown.pages > 1 && (
        <footer class="table-pages">
          <button type="button" class="button" disabled={shown.page === 0} onClick={() => turn(shown.page - 1)}>
            Previous
          </button>
          <span aria-live="polite">{`${shown.first}–${shown.last} of ${rows.length}`}</span>
          <button
            type="button"
            class="button"
            disabled={shown.page === shown.pages - 1}
            onClick={() => turn(shown.page + 1)}
          >
            Next
          </button>
        </footer>
      )}
    </section>
  );
}

/** Numbers stand at the right, so that their digits do below each other. */
function sideOf(cell: Json | undefined): string {
  return cell?.type === "raw_number" ? "right" : "left";
}

type Order = "none" | "ascending" | "descending";

function orderOf(sorting: Sorting | null, column: number): Order {
  if (sorting?.column !== column) return "none";
  return sorting.down ? "descending" : "ascending";
}

const SIGNS: Readonly<Record<Order, string>> = { none: "↕", ascending: "↑", descending: "↓" };

interface HeadingProps {
  readonly cell: Json;
  readonly side: string;
  readonly order: Order;
  press(): void;
}

function Heading({ cell, side, order, press }: HeadingProps) {
  return (
    <th scope="col" class={side} aria-sort={order}>
      <button type="button" onClick={press}>
        <Cell cell={cell} /> <span aria-hidden="true">{SIGNS[order]}</span>
      </button>
    </th>
  );
}
