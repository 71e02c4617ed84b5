import type { ListedPerson } from "../source";
import { aheadMs, quota, type SourceCheck } from "../source-check";
import type { JustCallClient } from "./client";
import { allowances } from "./config";

/**
 * Asks JustCall once for everything that a sync asks for.
 *
 * @throws {SourceError} for a key that is refused (401) or may not read one of the lists (403), or when nobody answers.
 */
export async function checkJustCall(
  now: () => Date,
  { client, people }: { client: JustCallClient; people: () => Promise<readonly ListedPerson[]> },
): Promise<SourceCheck> {
  const listed = await people();
  const headers = await client.probe("/calls", { per_page: 1 });
  const quotas = allowances("team").flatMap(({ seconds, headers: prefix = "" }) =>
    quota(seconds === 60 ? "minute" : "hour", { headers, prefix }),
  );
  return { aheadMs: aheadMs(headers, now()), people: listed, quotas, missing: [] };
}
