import { type Agent, type ClientRequest, type IncomingMessage, type ServerResponse, request as send } from "node:http";
import { refuseUnread } from "../platform/request-bounds";
import { answerHeaders, hasBody, requestHeaders } from "./passed-headers";

/** A request of a client's, and where it is answered. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** An answer of the process behind, read to its end. */
export interface ForwardedAnswer {
  readonly status: number;
  /** Names and values in turn. */
  readonly headers: string[];
  readonly body: Buffer;
}

/**
 * Passes a request on and its answer back, as both come and no faster than the other side reads. A client that goes away ends
 * both; a process that does not answer is answered for with 502.
 *
 * @returns when the client has its answer, or is gone.
 */
export function passOn({ request, response }: Exchange, agent: Agent): Promise<void> {
  return new Promise((resolve) => {
    const { socket } = request;
    const sent = behind(request, { agent, headers: requestHeaders(request) });
    const failed = () => (response.headersSent ? response.destroy() : refuseUnread(response, 502));
    sent.on("error", failed).once("response", (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.statusMessage, answerHeaders(answer.rawHeaders));
      answer.on("error", failed).pipe(response);
    });
    const end = () => {
      socket.off("close", end);
      if (!response.writableFinished || !request.complete) {
        // What is left of a body that was refused is read and dropped.
        request.unpipe(sent).resume();
        sent.destroy();
      }
      resolve();
    };
    response.once("close", end);
    // Of answers that wait for one before them on their connection, node says nothing when it breaks.
    socket.once("close", end);
    if (hasBody(request)) request.pipe(sent);
    else sent.end();
  });
}

/** Passes a request on whose body was read already, and reads its answer. @throws when none comes. */
export function askBehind(
  request: IncomingMessage,
  { agent, body }: { readonly agent: Agent; readonly body: Buffer },
): Promise<ForwardedAnswer> {
  return new Promise((resolve, failed) => {
    const sent = behind(request, { agent, headers: requestHeaders(request) });
    sent.on("error", failed).once("response", (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk) => void chunks.push(chunk)).on("error", failed);
      answer.once("end", () =>
        resolve({
          status: answer.statusCode ?? 502,
          headers: answerHeaders(answer.rawHeaders),
          body: Buffer.concat(chunks),
        }),
      );
    });
    sent.end(body);
  });
}

function behind(
  { method, url }: IncomingMessage,
  { agent, headers }: { readonly agent: Agent; readonly headers: readonly string[] },
): ClientRequest {
  return send({ agent, method, path: url, headers });
}

/** Reads a body of at most so many bytes; `null` when it is longer. @throws when the client goes away before its end. */
export function boundedBody(request: IncomingMessage, mostBytes: number): Promise<Buffer | null> {
  return new Promise((resolve, failed) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length <= mostBytes) chunks.push(chunk);
      else resolve(null);
    });
    request.once("end", () => resolve(Buffer.concat(chunks)));
    request.once("error", failed);
  });
}
