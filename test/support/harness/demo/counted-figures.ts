import { parse } from "csv-parse/sync";
import type { Db } from "mongodb";
import type { MetricType } from "../../../../src/metrics/metrics";
import { eventually } from "../../wait";
import type { DemoHarness } from "./demo";

/** A person's or several people's figures of one metric on days, both ends included: `2026-10-01`. */
export interface CountedFigure {
  readonly type: MetricType;
  readonly users: readonly string[];
  readonly from: string;
  readonly to: string;
}

/** Adds up what `metrics` holds, document by document and to the cent: the figure that every surface must show. */
export async function countedFigure(db: Db, { type, users, from, to }: CountedFigure): Promise<number> {
  const cells = await db
    .collection<{ readonly value: number }>("metrics")
    .find({ type, userId: { $in: [...users] }, day: { $gte: from, $lte: to } })
    .toArray();
  return cells.reduce((sum, { value }) => sum + Math.round(value * 100), 0) / 100;
}

/** A row of a file, by the names of its columns. */
export type CsvRow = Readonly<Record<string, string>>;

/** Waits for the app to send somebody a file of this name, fetches it as Slack's apps do, and reads it as a spreadsheet does. */
export async function receivedFile(
  { fakes: { slack, env } }: Pick<DemoHarness, "fakes">,
  { user, name }: { readonly user: string; readonly name: string },
): Promise<readonly CsvRow[]> {
  const file = await eventually(() => {
    const [last] = slack.messages(slack.dm(user)).findLast(({ files = [] }) => files.length > 0)?.files ?? [];
    return last?.name === name ? last : null;
  });
  const headers = { authorization: `Bearer ${env.SLACK_BOT_TOKEN}` };
  return parse(await (await fetch(String(file.url_private), { headers })).text(), { bom: true, columns: true });
}

/** Adds up a column of a file, to the cent. */
export function columnSum(rows: readonly CsvRow[], column: string): number {
  return rows.reduce((sum, row) => sum + Math.round(Number(row[column]) * 100), 0) / 100;
}
