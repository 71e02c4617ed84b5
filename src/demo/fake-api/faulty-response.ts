import { type Answer, JSON_BODY, type PageAnswer } from "./exchange";
import type { Trouble } from "./faults";

/** Bytes to send; `cut` closes the connection before the promised length. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly cut: boolean;
}

/** An answer as it goes over the wire when nothing is wrong. */
export function reply({ status, headers, body }: Answer): Reply {
  return { status, headers: { ...JSON_BODY, ...headers }, text: JSON.stringify(body), cut: false };
}

/** An answer as a fault leaves it. Faults of lists leave other answers as they are. */
export function spoiled<Account>(answer: Answer, trouble: Trouble<Account>): Reply {
  switch (trouble.kind) {
    case "status":
      return statusReply(answer, trouble);
    case "html":
      return {
        status: 200,
        headers: { "Content-Type": "text/html" },
        text: "<html><body>Sign in</body></html>",
        cut: false,
      };
    case "truncated":
      return { ...reply(answer), text: firstHalf(reply(answer).text) };
    case "cut":
      return { ...reply(answer), cut: true };
    case "wrong-types":
      return reply({ ...answer, body: wrongTypes(answer.body) });
    case "rewrite":
      return reply({ ...answer, body: trouble.body(answer.body) });
    case "empty":
      return reply(withPage(answer, answer.list?.none));
    case "drop-pages":
      return reply(withPage(answer, (answer.list?.page ?? 0) >= trouble.from ? answer.list?.dropped : undefined));
    default:
      return reply(answer);
  }
}

/** At least one byte less, also of the shortest answer. */
export function firstHalf(text: string): string {
  return text.slice(0, Math.floor(text.length / 2));
}

function statusReply<Account>(answer: Answer, trouble: Extract<Trouble<Account>, { kind: "status" }>): Reply {
  const { status, retryAfter, headers, body } = trouble;
  const usual = status === 401 ? {} : answer.headers;
  return reply({
    status,
    headers: { ...usual, ...(retryAfter === undefined ? {} : { "Retry-After": retryAfter }), ...headers },
    body: body ?? { success: false, status, message: `Scripted ${status}` },
  });
}

function withPage(answer: Answer, page: PageAnswer | undefined): Answer {
  return { ...answer, ...page };
}

/** Keeps the shape of the envelope and spoils the leaves of each record: what schema drift looks like. */
function wrongTypes(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(otherType);
  if (isObject(body) && "data" in body) return { ...body, data: wrongTypes(body.data) };
  return otherType(body);
}

function otherType(value: unknown): unknown {
  if (Array.isArray(value)) return "list";
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, otherType(part)]));
  if (typeof value === "number") return `n${value}`;
  if (typeof value === "string") return [value];
  return { was: value };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
