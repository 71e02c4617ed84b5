import type { InstantRange } from "../../metrics/day";
import { COPY, type Mapped } from "./mapping";

/**
 * The mails of the window before. Copper lists a mail once for each person it concerns, and a window's edge may lie
 * between two such copies: the later one must not be written over the earlier one, on whose day the mail counts.
 * One window is remembered, since more of them would fill the memory and copies are seconds apart.
 */
export class SeenMails {
  private until = Number.NEGATIVE_INFINITY;
  private ids: ReadonlySet<string> = new Set();

  /** The window's mails without copies of those in the window before. Windows come in the order of time. */
  without({ facts, leftOut }: Mapped, { since, until }: InstantRange): Mapped {
    const before = this.until <= since.getTime() ? this.ids : new Set();
    const own = facts.filter(({ recordId }) => !before.has(recordId));
    this.until = until.getTime();
    this.ids = new Set(facts.map(({ recordId }) => recordId));
    return { facts: own, leftOut: [...leftOut, ...Array.from({ length: facts.length - own.length }, () => COPY)] };
  }
}
