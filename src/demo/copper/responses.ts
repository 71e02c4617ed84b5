import { z } from "zod";
import type { ApiResponse } from "../fake-api/exchange";

/** A search returns no more than its first 100,000 matches, whatever the paging. */
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
): ApiResponse {
  const start = (page_number - 1) * page_size;
  const headers = { "X-PW-TOTAL": String(matches.length + totalOver) };
  return {
    status: 200,
    headers,
    body: matches.slice(start, Math.min(start + page_size, SEARCH_DEPTH)),
    list: { page: page_number, dropped: { headers, body: [] }, none: { headers: { "X-PW-TOTAL": "0" }, body: [] } },
  };
}

export function ok(body: unknown): ApiResponse {
  return { status: 200, body };
}

export const NOT_FOUND: ApiResponse = { status: 404, body: { error: "not_found" } };

/** The shape of Copper's other errors. */
export function errorResponse(status: number, message: string): ApiResponse {
  return { status, body: { success: false, status, message } };
}

/** Responds to a search with a valid body; otherwise with 422 and Copper's message about the unknown attribute. */
export function searchResponse<Body>(
  schema: z.ZodType<Body>,
  body: unknown,
  response: (body: Body) => ApiResponse,
): ApiResponse {
  const checked = schema.safeParse(body ?? {});
  if (checked.success) return response(checked.data);
  return errorResponse(422, `Invalid input: Validation errors: ${checked.error.issues.map(issueText).join(", ")}`);
}

function issueText(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") return `Base: Unrecognized attributes specified: ${issue.keys.join(", ")}`;
  return `${issue.path.join(".") || "Base"}: ${issue.message}`;
}
