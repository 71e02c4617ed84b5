/** Slack tells when a page is opened and never when it is closed: after so long it is taken for closed. */
const OPEN_MS = 3_600_000;

/** Whose App Home is open, as far as this process was told. */
export class OpenHomes {
  private readonly opened = new Map<string, number>();

  note(userId: string, now: Date): void {
    // Moved to the end, so that the order is that of opening.
    this.opened.delete(userId);
    this.opened.set(userId, now.getTime());
  }

  /** Whose page is open at this time; forgets the others. */
  at(now: Date): readonly string[] {
    for (const [userId, since] of this.opened) if (since < now.getTime() - OPEN_MS) this.opened.delete(userId);
    return [...this.opened.keys()];
  }
}
