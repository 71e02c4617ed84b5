import type { Agent } from "node:http";
import { resultOf, valueOfResult } from "../../lib/concurrency";
import type { WorkQueue } from "../../lib/work-queue";
import { headerFault, isSigned, MAX_SLACK_BYTES, refuseUnread } from "../platform/request-bounds";
import type { RefusedRequest } from "../platform/workspace";
import { type BoundedQueue, comesWithin } from "./bounded-queue";
import { earlyAcknowledgment } from "./early-acknowledgment";
import { askBehind, boundedBody, type Exchange, type ForwardedAnswer } from "./forward";
import { refusedRequest } from "./refused-request";

/** What came of a request that had been acknowledged before it was answered. */
export interface LateAnswer {
  /** Takes the text of a command's answer; `null` where nothing of an answer is shown. */
  readonly responseUrl: string | null;
  /** The answer's status; `null` where there was none. */
  readonly status: number | null;
  readonly isJson: boolean;
  readonly text: string;
}

/** What the front needs to answer Slack. */
export interface AcknowledgeDeps {
  readonly signingSecret: string;
  /** Goes to the process behind. */
  readonly agent: Agent;
  /** Lets so many requests go there at once. */
  readonly queue: BoundedQueue;
  /** It is a rush while so many are under way: what may be acknowledged with nothing is, at once. */
  readonly rushFrom: number;
  /** Lets fewer of what was acknowledged in a rush go there at once: the next acknowledgments, and a sync, need the processor more. */
  readonly acknowledged: WorkQueue;
  /** How long an answer is waited for before a request is acknowledged without it; not at all in a rush. */
  readonly patienceMs: number;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly late: (answer: LateAnswer) => void;
  /** Hears of a request that looks like Slack's but for its signature; reading what it names is work, so it may be left. */
  readonly refused: (named: () => RefusedRequest) => void;
}

/**
 * Answers a request of Slack's: refuses it with what the gate refuses by headers, length and signature, else passes it on. Where the
 * answer does not come at once, a request that may be acknowledged with nothing is, and what comes of it is told to `late`.
 *
 * Whether it is a repetition is the gate's to say, which asks the database: a repetition that is acknowledged here does nothing there.
 */
export async function acknowledge({ request, response }: Exchange, deps: AcknowledgeDeps): Promise<void> {
  const { signingSecret, agent, queue, acknowledged, late, refused } = deps;
  const now = deps.clock() / 1_000;
  const fault = headerFault(request.headers, now);
  if (fault !== null) return refuseUnread(response, fault);
  const read = await boundedBody(request, MAX_SLACK_BYTES);
  if (read === null) return refuseUnread(response, 413);
  const body = read.toString();
  if (!isSigned({ headers: request.headers, body, signingSecret, now })) {
    refused(() => refusedRequest(body, request.headers));
    return refuseUnread(response, 401);
  }
  const ask = () => queue.run(() => askBehind(request, { agent, body: read }));
  const leave = () => earlyAcknowledgment(body, request.headers["content-type"]);
  const inRush = queue.taken >= deps.rushFrom ? leave() : null;
  if (inRush !== null) {
    response.writeHead(200).end();
    const answered = inRush.isPress ? ask() : acknowledged.run(ask);
    return late(lateAnswer(await resultOf(answered), inRush.responseUrl));
  }
  const answer = resultOf(ask());
  const early = (await comesWithin(deps.patienceMs, answer)) ? null : leave();
  if (early !== null) {
    response.writeHead(200).end();
    return late(lateAnswer(await answer, early.responseUrl));
  }
  const { status, headers, body: answered } = valueOfResult(await answer);
  response.writeHead(status, headers).end(answered);
}

function lateAnswer(result: PromiseSettledResult<ForwardedAnswer>, responseUrl: string | null): LateAnswer {
  if (result.status === "rejected") return { responseUrl, status: null, isJson: false, text: String(result.reason) };
  const { status, headers, body } = result.value;
  const type = headers.findIndex((text, at) => at % 2 === 0 && text.toLowerCase() === "content-type");
  const isJson = type >= 0 && headers[type + 1]?.startsWith("application/json") === true;
  return { responseUrl, status, isJson, text: body.toString() };
}
