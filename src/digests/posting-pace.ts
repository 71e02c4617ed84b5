import { USUAL_WAIT_SECONDS } from "./outcome";

/** How fast messages are posted, all processes together. */
export interface PostingPace {
  /** What a second is; tests take a shorter one. */
  readonly secondMs: number;
  /** Posts a second to begin with, at most and at least. */
  readonly first: number;
  readonly most: number;
  readonly least: number;
  /** Added with each post that Slack took. */
  readonly step: number;
}

/** Slack promises a post a second and usually takes more; each refusal halves the pace. */
export const POSTING_PACE: PostingPace = { secondMs: 1_000, first: 1, most: 5, least: 0.25, step: 0.02 };

const SHORTEST_WAIT_SECONDS = 1;
const LONGEST_WAIT_SECONDS = 300;

/** How long a `Retry-After` header asks us to wait: within 1 to 300 seconds, whatever it says. */
export function retrySeconds(header: string | null): number {
  const asked = header === null || header.trim() === "" ? Number.NaN : Number(header);
  if (Number.isNaN(asked)) return USUAL_WAIT_SECONDS;
  return Math.min(LONGEST_WAIT_SECONDS, Math.max(SHORTEST_WAIT_SECONDS, Math.ceil(asked)));
}
