/** What a morning left behind. */
export interface Remains {
  readonly reps: readonly string[];
  /** How many digests that nobody took back each rep has. */
  readonly standing: ReadonlyMap<string, number>;
  /** The rows of `deliveries`. */
  readonly rows: readonly { readonly to: string; readonly state: string; readonly reason?: string | null }[];
  /** How many alerts admins were to get. */
  readonly alerts: number;
  readonly runningSyncs: number;
  readonly leaseHeld: boolean;
  /** Findings of the doctor that are problems, in its words. */
  readonly problems: readonly string[];
  readonly peaksMb: readonly number[];
  /** Entries of the logs at `error`. */
  readonly errors: readonly string[];
  /** How processes that were told to stop ended. */
  readonly exits: readonly (number | string)[];
}

const MOST_MB = 300;
const EXPLAINED = new Set(["failed", "missed", "skipped"]);

/** Lists what is wrong with a morning, a sentence each; nothing where it went as promised. */
export function wrongs(remains: Remains): readonly string[] {
  const { reps, rows, alerts, runningSyncs, leaseHeld, problems, peaksMb, errors, exits } = remains;
  const unexplained = rows.filter(({ state }) => EXPLAINED.has(state)).length > 0 && alerts === 0;
  return [
    ...reps.flatMap((rep) => wrongsOf(rep, remains)),
    ...rows.filter(({ to }) => !reps.includes(to)).map(({ to }) => `${to} has a row and is no rep`),
    ...(unexplained ? ["a digest did not arrive, and no admin was told"] : []),
    ...(runningSyncs > 0 ? [`${runningSyncs} syncs still run`] : []),
    ...(leaseHeld ? ["the lease of syncs is held"] : []),
    ...problems.map((problem) => `the doctor: ${problem}`),
    ...peaksMb.filter((peak) => peak >= MOST_MB).map((peak) => `a process took ${peak} MB`),
    ...errors.map((error) => `an error was logged: ${error}`),
    ...exits.filter((exit) => exit !== 0).map((exit) => `a process that was told to stop ended with ${exit}`),
  ];
}

function wrongsOf(rep: string, { standing, rows }: Pick<Remains, "standing" | "rows">): readonly string[] {
  const own = rows.filter(({ to }) => to === rep);
  const [row] = own;
  if (row === undefined || own.length > 1) return [`${rep} has ${own.length} rows`];
  const count = standing.get(rep) ?? 0;
  if (row.state === "sent") return count === 1 ? [] : [`${rep} has ${count} digests, and a row that says sent`];
  if (!EXPLAINED.has(row.state)) return [`${rep}'s row is left ${row.state}`];
  return count <= 1 ? [] : [`${rep} has ${count} digests`];
}
