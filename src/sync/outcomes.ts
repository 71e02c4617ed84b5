import type { DayRange } from "../metrics/day";
import { SOURCE_IDS, type SourceId } from "../metrics/metrics";
import type { Person } from "../people/person";
import { matches, type Roster } from "../people/roster";
import type { Recomputed } from "./recompute";
import type { SyncParts, Timed } from "./run";
import { NOBODYS, type SourceOutcome, withRecords } from "./source-result";

interface Ended {
  readonly range: DayRange;
  readonly timed: Readonly<Record<SourceId, Timed>>;
  readonly people: readonly Person[];
  readonly roster: Roster;
  readonly recomputed: Recomputed;
}

/** What became of each source: who was matched, what counts, what does not and why. */
export async function outcomesOf(ended: Ended, parts: SyncParts): Promise<Readonly<Record<SourceId, SourceOutcome>>> {
  const last = new Map((await parts.states.all(new Set())).map(({ source, asOf }) => [source, asOf]));
  const found = new Map<SourceId, SourceOutcome>();
  for (const source of SOURCE_IDS) {
    const { read, durationMs } = ended.timed[source];
    const told = read === null || read.failure !== null ? nothing : await counted(source, ended, parts);
    const cells = ended.recomputed.cells[source];
    found.set(source, { source, read, durationMs, cells, asOf: last.get(source) ?? null, ...told });
  }
  const outcome = (source: SourceId): SourceOutcome => {
    const one = found.get(source);
    if (one === undefined) throw new RangeError(`No outcome of ${source}`);
    return one;
  };
  return { copper: outcome("copper"), justcall: outcome("justcall"), fishbowl: outcome("fishbowl") };
}

type Told = Pick<SourceOutcome, "matched" | "unmatched" | "counting" | "notCounting">;

const nothing: Told = { matched: [], unmatched: [], counting: 0, notCounting: new Map() };

async function counted(source: SourceId, ended: Ended, { facts, days }: SyncParts): Promise<Told> {
  const { timed, people, roster, recomputed } = ended;
  const { read } = timed[source];
  const from = read?.from === null || read?.from === undefined ? ended.range.from : days.dayOf(read.from);
  const range = { from: from > ended.range.from ? from : ended.range.from, to: ended.range.to };
  const tallies = recomputed.tallies.filter((tally) => tally.source === source && tally.day >= range.from);
  const sum = (field: "owned" | "unowned") => tallies.reduce((total, tally) => total + tally[field], 0);

  const notCounting = new Map<string, number>(read?.leftOut ?? []);
  const add = (why: string, count: number) => notCounting.set(why, (notCounting.get(why) ?? 0) + count);
  for (const { why, count } of await facts.leftOut(source, range)) add(why, count);
  const mail = source === "copper" ? await facts.foreignMail(range, roster.addresses) : { received: 0, strangers: 0 };
  add("received, not sent by a rep", mail.received);
  add("sender is nobody in Slack", mail.strangers);
  add(NOBODYS[source], sum("unowned") - mail.received - mail.strangers);

  const list = read?.people ?? null;
  const owners = sum("unowned") === 0 ? [] : await facts.unowned(source, range, roster.owners(source));
  const listed = new Map((list ?? []).map((person) => [person.owner, person]));
  const found =
    list === null
      ? {
          matched: [...new Set(tallies.flatMap(({ users }) => [...users]))].map((userId) => ({
            userId,
            name: roster.nameOf(userId),
          })),
          unmatched: [],
        }
      : matches(source, { list, people, roster });
  const unmatched = withRecords(found.unmatched, { source, owners, ownerOf: (owner) => listed.get(owner) ?? null });
  return { matched: found.matched, unmatched, counting: sum("owned"), notCounting };
}
