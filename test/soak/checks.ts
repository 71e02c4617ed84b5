/** A message that is to be delivered to a person or a channel on one day. */
export interface Expected {
  readonly id: string;
  readonly to: string;
  /** Whether they switched it off in between: then it may have been skipped, or never planned. */
  readonly mayBeSkipped: boolean;
}

/** A copy of a message that Slack took. */
export interface Copy {
  readonly id: string;
  readonly at: Date;
  readonly isDeleted: boolean;
}

/** A row of `deliveries`. */
export interface Row {
  readonly _id: string;
  readonly state: string;
  readonly reason?: string | null;
  readonly toldAt?: Date | null;
}

/** What a soak left behind. */
export interface Remains {
  readonly expected: readonly Expected[];
  readonly rows: readonly Row[];
  readonly copies: readonly Copy[];
  /** How long a claim holds: no other process posts the same message before. */
  readonly leaseMs: number;
  /** Digests that were posted to somebody who had been told that they get none. */
  readonly unwanted: readonly string[];
  /** Commands that were acknowledged and never answered, though their process lived. */
  readonly unanswered: readonly string[];
  readonly runningSyncs: number;
  /** Names of leases that are held. */
  readonly leases: readonly string[];
  /** Findings of the doctor that are problems, in its words. */
  readonly problems: readonly string[];
  /** Totals that are not what the vendors have, a sentence each. */
  readonly astray: readonly string[];
  readonly peaksMb: readonly number[];
  /** Entries of the logs at `error`. */
  readonly errors: readonly string[];
  /** How processes that were told to stop ended. */
  readonly exits: readonly (number | string)[];
}

const MOST_MB = 300;
/** Of sentences that say the same of many. */
const MOST_SAID = 5;
/** States of what did not arrive, of which the admins must have been told. */
const LOST = new Set(["failed", "missed"]);
/** Of all messages: trouble loses one of 400 at times, mostly none; whatever loses more than a hundredth is no accident. */
const MOST_LOST = 4;

/** Lists what is wrong, a sentence each; nothing where all went as promised. */
export function wrongs(remains: Remains): readonly string[] {
  const { expected, rows, unwanted, unanswered, runningSyncs, leases, problems, astray } = remains;
  const ids = new Set(expected.map(({ id }) => id));
  const lost = rows.filter(({ state }) => LOST.has(state)).length;
  return [
    ...some(expected.flatMap((one) => wrongsOf(one, remains))),
    ...some(rows.filter(({ _id }) => !ids.has(_id)).map(({ _id }) => `${_id} was not to be delivered`)),
    ...(lost > MOST_LOST ? [`${lost} messages failed or were missed, and at most ${MOST_LOST} may`] : []),
    ...some(unwanted.map((id) => `${id} was posted to somebody who had switched it off`)),
    ...some(unanswered.map((command) => `${command} was acknowledged and never answered`)),
    ...(runningSyncs > 0 ? [`${runningSyncs} syncs still run`] : []),
    ...leases.map((name) => `the lease ${name} is held`),
    ...problems.map((problem) => `the doctor: ${problem}`),
    ...some(astray),
    ...remains.peaksMb.filter((peak) => peak >= MOST_MB).map((peak) => `a process took ${peak} MB`),
    ...some(remains.errors.map((error) => `an error was logged: ${error}`)),
    ...remains.exits.filter((exit) => exit !== 0).map((exit) => `a process that was told to stop ended with ${exit}`),
  ];
}

function wrongsOf({ id, mayBeSkipped }: Expected, { rows, copies, leaseMs }: Remains): readonly string[] {
  const row = rows.find(({ _id }) => _id === id);
  const own = copies.filter((copy) => copy.id === id);
  const lasting = own.filter(({ isDeleted }) => !isDeleted).length;
  const twice = closest(own) < leaseMs ? [`${id} was posted twice within one lease`] : [];
  if (row === undefined) return mayBeSkipped && own.length === 0 ? [] : [`${id} has no row`];
  const { state, toldAt = null } = row;
  if (state === "sent") return [...twice, ...(lasting === 1 ? [] : [`${id} is sent, and is there ${lasting} times`])];
  const isExplained = LOST.has(state) || (state === "skipped" && mayBeSkipped);
  return [
    ...twice,
    ...(isExplained ? [] : [`${id} is left ${state}`]),
    ...(LOST.has(state) && toldAt === null ? [`${id} is ${state}, and no admin was told`] : []),
    ...(lasting <= 1 ? [] : [`${id} is there ${lasting} times`]),
  ];
}

/** The shortest time between two copies, in milliseconds; `Infinity` for fewer than two. */
function closest(copies: readonly Copy[]): number {
  const instants = copies.map(({ at }) => at.getTime()).sort((one, other) => one - other);
  return Math.min(
    Number.POSITIVE_INFINITY,
    ...instants.slice(1).map((instant, before) => instant - (instants[before] ?? 0)),
  );
}

function some(sentences: readonly string[]): readonly string[] {
  const more = sentences.length - MOST_SAID;
  return more > 0 ? [...sentences.slice(0, MOST_SAID), `… and ${more} like these`] : sentences;
}
