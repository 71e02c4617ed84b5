/** One field that we read, and the headers it goes by, the best first. */
export interface Column<Field extends string> {
  readonly field: Field;
  readonly names: readonly [string, ...string[]];
  readonly required?: true;
}

/** Where each field is; one whose header stands twice has two places, one without a header none. */
export type Places<Field extends string> = ReadonlyMap<Field, readonly number[]>;

/** A row's cell of a field, trimmed; empty where there is no such column. */
export type Cells<Field extends string> = (field: Field) => string;

/** Headers are compared without their case, spaces, dashes and underscores. */
export function headerKey(header: string): string {
  return header.toLowerCase().replace(/[\s_-]+/g, "");
}

/** Finds each field's column by the first of its names that the header has; `missing` are the required ones it lacks. */
export function placesOf<Field extends string>(
  header: readonly string[],
  columns: readonly Column<Field>[],
): { readonly places: Places<Field>; readonly missing: readonly string[] } {
  const at = new Map<string, number[]>();
  for (const [index, name] of header.entries()) at.set(headerKey(name), [...(at.get(headerKey(name)) ?? []), index]);
  const placed = columns.map(({ field, names, required }) => {
    const found = names.map((name) => at.get(headerKey(name))).find((places) => places !== undefined) ?? [];
    return { field, found, missing: required && found.length === 0 ? [names[0]] : [] };
  });
  return {
    places: new Map(placed.map(({ field, found }) => [field, found])),
    missing: placed.flatMap(({ missing }) => missing),
  };
}

/**
 * Picks a row's cells. Where a column stands twice, both must say the same.
 *
 * @returns the reason, where they do not.
 */
export function pick<Field extends string>(row: readonly string[], places: Places<Field>): Cells<Field> | string {
  const cells = new Map<Field, string>();
  for (const [field, found] of places) {
    const [first = "", other] = new Set(found.map((place) => (row[place] ?? "").trim()).filter((cell) => cell !== ""));
    if (other !== undefined)
      return `its column for the ${words(field)} stands twice and says '${first}' and '${other}'`;
    cells.set(field, first);
  }
  return (field) => cells.get(field) ?? "";
}

/** `customerName` as "customer name". */
function words(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
