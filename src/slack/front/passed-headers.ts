import type { IncomingMessage } from "node:http";
import { ADDRESS_HEADER } from "../../web/endpoint";

/** Headers that are about one connection, and not passed on to the next. */
const OF_A_CONNECTION = [
  "connection",
  "keep-alive",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
];
/** Set anew for each request that is passed on: where a body ends, and who asks, must be ours to say. */
const SET_ANEW = ["content-length", "expect", ADDRESS_HEADER];

/** Headers as node writes them: names and values in turn. */
type RawHeaders = readonly string[];

/** Leaves out of an answer's headers what is about its connection; all else stays as it came. */
export function answerHeaders(raw: RawHeaders): string[] {
  return without(OF_A_CONNECTION, raw);
}

/**
 * Makes the headers with which a request is passed on: as they came, but for those about its connection, and with the client's
 * address. Where its body ends is said in every case, so that nothing in a body is ever taken for the next request.
 */
export function requestHeaders({ rawHeaders, headers, socket }: IncomingMessage): string[] {
  const { "content-length": length, "transfer-encoding": coding, connection = "", host } = headers;
  const named = connection.split(",").map((name) => name.trim().toLowerCase());
  return [
    ...without([...OF_A_CONNECTION, ...SET_ANEW, ...named.filter((name) => name !== "host")], rawHeaders),
    // Clients of HTTP/1.0 need not name one, as health checks of load balancers do not.
    ...(host === undefined ? ["host", "localhost"] : []),
    ...(coding !== undefined ? ["transfer-encoding", "chunked"] : []),
    ...(coding === undefined && length !== undefined ? ["content-length", length] : []),
    ...[ADDRESS_HEADER, socket.remoteAddress ?? ""],
  ];
}

/** Tells whether a request has a body, however short. */
export function hasBody({ headers }: Pick<IncomingMessage, "headers">): boolean {
  return headers["content-length"] !== undefined || headers["transfer-encoding"] !== undefined;
}

function without(names: readonly string[], raw: RawHeaders): string[] {
  const left: string[] = [];
  for (let at = 0; at < raw.length; at += 2) {
    const [name = "", value = ""] = raw.slice(at, at + 2);
    if (!names.includes(name.toLowerCase())) left.push(name, value);
  }
  return left;
}
