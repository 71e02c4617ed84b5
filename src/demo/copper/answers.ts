import { z } from "zod";
import type { Answer } from "../fake-api/exchange";

/** Whatever the paging, a search shows no more than its first so many matches. */
const SEARCH_DEPTH = 100_000;

/** Paging goes in the body; 1 to 200 a page, 20 unless said. */
export const PAGING = {
  page_number: z.int().min(1).default(1),
  page_size: z.int().min(1).max(200).default(20),
};

export interface CopperPaging {
  readonly page_number: number;
  readonly page_size: number;
}

/** One page of a search: a bare list, with an upper bound of the matches in a header. */
export function pageOf(
  matches: readonly unknown[],
  { page_number, page_size, totalOver }: CopperPaging & { readonly totalOver: number },
): Answer {
  const start = (page_number - 1) * page_size;
  const headers = { "X-PW-TOTAL": String(matches.length + totalOver) };
  return {
    status: 200,
    headers,
    body: matches.slice(start, Math.min(start + page_size, SEARCH_DEPTH)),
    list: { page: page_number, dropped: { headers, body: [] }, none: { headers: { "X-PW-TOTAL": "0" }, body: [] } },
  };
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export const NOT_FOUND: Answer = { status: 404, body: { error: "not_found" } };

/** The shape of Copper's other errors. */
export function refused(status: number, message: string): Answer {
  return { status, body: { success: false, status, message } };
}

/** Answers a search whose body fits; else 422, in Copper's words for an attribute it does not know. */
export function searched<Body>(schema: z.ZodType<Body>, body: unknown, answer: (body: Body) => Answer): Answer {
  const checked = schema.safeParse(body ?? {});
  if (checked.success) return answer(checked.data);
  return refused(422, `Invalid input: Validation errors: ${checked.error.issues.map(inWords).join(", ")}`);
}

function inWords(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") return `Base: Unrecognized attributes specified: ${issue.keys.join(", ")}`;
  return `${issue.path.join(".") || "Base"}: ${issue.message}`;
}
