import { type Json, jsonOf, listOf, objectsOf, textOf } from "../../slack/json";
import type { BlockProps } from "./basic-blocks";
import { RichParts } from "./rich-text";

/** A table in a box that scrolls when the table is wider; its first row is the heading. */
export function Table({ block }: BlockProps) {
  const [heading, ...rows] = listOf(block.rows).map(objectsOf);
  const columns = listOf(block.column_settings).map(jsonOf);
  const caption = textOf(block.caption) ?? textOf(jsonOf(block.caption).text);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="table" tabIndex={0} aria-label={caption ?? "Table"}>
      <table>
        {caption !== undefined && <caption>{caption}</caption>}
        <thead>
          <Row cells={heading ?? []} columns={columns} heading />
        </thead>
        <tbody>
          {rows.map((cells, index) => (
            <Row key={index} cells={cells} columns={columns} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps {
  readonly cells: readonly Json[];
  readonly columns: readonly Json[];
  readonly heading?: boolean;
}

function Row({ cells, columns, heading = false }: RowProps) {
  return (
    <tr>
      {cells.map((cell, index) => {
        const classes = `${alignment(cell, columns[index])}${columns[index]?.is_wrapped === true ? " wraps" : ""}`;
        const shown = <Cell cell={cell} />;
        const key = `${index}`;
        return heading ? (
          <th key={key} scope="col" class={classes}>
            {shown}
          </th>
        ) : (
          <td key={key} class={classes}>
            {shown}
          </td>
        );
      })}
    </tr>
  );
}

/** What stands in a table's cell. */
export function Cell({ cell }: { readonly cell: Json }) {
  if (cell.type === "rich_text") return <RichParts of={cell} />;
  return <>{textOf(cell.text) ?? String(cell.value ?? "")}</>;
}

function alignment(cell: Json, column: Json | undefined): string {
  const chosen = textOf(column?.align);
  return chosen ?? (cell.type === "raw_number" ? "right" : "left");
}
