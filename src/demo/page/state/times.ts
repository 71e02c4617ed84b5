/** "2:05 PM" in a zone; one that does not exist is UTC. */
export function clockTime(at: Date, zone: string | null): string {
  return formatted(at, zone, { hour: "numeric", minute: "2-digit" });
}

/** "Wednesday, October 28". */
export function dayTitle(at: Date, zone: string | null): string {
  return formatted(at, zone, { weekday: "long", month: "long", day: "numeric" });
}

/** "Wed, Oct 28, 2026". */
export function shortDay(at: Date, zone: string | null): string {
  return formatted(at, zone, { weekday: "short", month: "short", day: "numeric", year: "numeric" });
}

/** "PDT". */
export function zoneName(at: Date, zone: string | null): string {
  const parts = formatter(zone, { timeZoneName: "short" }).formatToParts(at);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
}

/** When a message was written, from its time stamp. */
export function writtenAt(ts: string): Date {
  return new Date(Number(ts) * 1000);
}

const TOKENS: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  date_num: { year: "numeric", month: "2-digit", day: "2-digit" },
  date: { year: "numeric", month: "long", day: "numeric" },
  date_short: { year: "numeric", month: "short", day: "numeric" },
  date_long: { weekday: "long", year: "numeric", month: "long", day: "numeric" },
  date_pretty: { year: "numeric", month: "long", day: "numeric" },
  date_short_pretty: { year: "numeric", month: "short", day: "numeric" },
  date_long_pretty: { weekday: "long", year: "numeric", month: "long", day: "numeric" },
  time: { hour: "numeric", minute: "2-digit" },
  time_secs: { hour: "numeric", minute: "2-digit", second: "2-digit" },
};

/** A reader's zone, and the time that it is. */
interface Reading {
  readonly zone: string | null;
  readonly now: Date;
}

/**
 * Fills in the tokens of a `<!date^…>`: `{date_short} at {time}`. A pretty day near today is "yesterday", "today" or
 * "tomorrow", as in Slack. Unknown tokens stay as they are.
 */
export function dateTokens(format: string, at: Date, { zone, now }: Reading): string {
  return format.replace(/\{(\w+)\}/g, (token, name: string) => {
    const options = TOKENS[name];
    if (options === undefined) return token;
    return (name.endsWith("_pretty") ? nearDay(at, { zone, now }) : undefined) ?? formatted(at, zone, options);
  });
}

const DAY_MS = 86_400_000;
const NEAR_DAYS: ReadonlyMap<number, string> = new Map([
  [-1, "yesterday"],
  [0, "today"],
  [1, "tomorrow"],
]);

function nearDay(at: Date, { zone, now }: Reading): string | undefined {
  const day = (of: Date) =>
    Date.parse(`${formatted(of, zone, { year: "numeric", month: "short", day: "numeric" })} UTC`);
  const ahead = Math.round((day(at) - day(now)) / DAY_MS);
  return NEAR_DAYS.get(ahead);
}

function formatted(at: Date, zone: string | null, options: Intl.DateTimeFormatOptions): string {
  return Number.isNaN(at.getTime()) ? "" : formatter(zone, options).format(at);
}

function formatter(zone: string | null, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat("en-US", { ...options, timeZone: zone ?? "UTC" });
  } catch {
    return new Intl.DateTimeFormat("en-US", { ...options, timeZone: "UTC" });
  }
}
