import { type Chance, seededChance } from "../support/fakes/mutations";
import { eventually, realSleep } from "../support/wait";
import { keepCalling } from "./calls";
import { type Remains, wrongs } from "./checks";
import { type Commands, commands } from "./commands";
import { holdClaim, killAfterPost } from "./held-claims";
import { holdTotals } from "./held-totals";
import type { Morning } from "./morning";
import { wrongTotals } from "./recount";
import { remainsOf, settled } from "./remains";
import type { Replica } from "./replica";
import { type SwitchedOff, switchOn, switchSomeOff } from "./switches";
import { makeTrouble } from "./trouble";

const REPS = 200;
const DAYS = 2;
/** Without a flag a day is shorter by this, so that CI has three minutes of it. */
const BY = 6;
/** Trouble lasts so long in real time. */
const TROUBLE_MS = 5 * 60_000;
/** On a machine that does much else. */
const FIRST_SYNC_MS = 300_000;
/** A command may wait for a database that has no primary. */
const ANSWERED_MS = 30_000;

/** `REAL_TIME=1` plays two mornings in real time, half an hour or so. */
export const ROUGH = { reps: REPS, replicas: 3, by: process.env.REAL_TIME === "1" ? 1 : BY };

interface Rough {
  readonly seed: number;
  readonly say: (line: string) => void;
}

/** Three processes, a replica set of three, and trouble of all kinds on two mornings. Returns what is wrong. */
export async function roughDays(morning: Morning, { seed, say }: Rough): Promise<readonly string[]> {
  const chance = seededChance(seed);
  const people = commands(morning);
  await firstSync(morning);
  const off: SwitchedOff[] = [];
  let claimsHeld = 0;
  for (let day = 1; day <= DAYS; day += 1) {
    const dueAt = await morning.dawn(day);
    say(`day ${day}`);
    await realSleep(Math.max(0, dueAt - Date.now()));
    const played = await roughMorning(morning, { chance, people, say });
    off.push(...played.off);
    if (played.claimHeld) claimsHeld += 1;
    await settled(morning, day);
  }
  const unheld = await holdTotals(morning, { chance, say });
  const astray = await wrongTotals(morning);
  const typed = people.typed.length;
  const acknowledged = people.typed.filter(({ acknowledgedAt }) => acknowledgedAt !== null).length;
  const answered = people.typed.filter(people.answered).length;
  const remains = await remainsOf(morning, { days: DAYS, off, people, astray });
  say(`${remains.expected.length} messages: ${statesIn(remains)}; Slack took ${remains.copies.length}`);
  say(
    `${typed} commands, ${acknowledged} acknowledged, ${answered} answered; at most ${Math.max(...remains.peaksMb)} MB`,
  );
  return [
    ...(claimsHeld === 0 ? ["no replica stood still with a claim on any day"] : []),
    ...unheld,
    ...wrongs(remains),
  ];
}

function statesIn({ rows }: Remains): string {
  const states = [...new Set(rows.map(({ state }) => state))];
  return states.map((state) => `${rows.filter((row) => row.state === state).length} ${state}`).join(", ");
}

async function roughMorning(
  morning: Morning,
  { chance, people, say }: { readonly chance: Chance; readonly people: Commands; readonly say: Rough["say"] },
): Promise<{ readonly off: readonly SwitchedOff[]; readonly claimHeld: boolean }> {
  const taken = new Set<Replica>();
  const switching = switchSomeOff(morning, { people, chance });
  const claim = holdClaim(morning, { say, taken });
  const isOver = overAfter([
    realSleep(TROUBLE_MS / morning.by),
    ...[switching, claim, killAfterPost(morning, { say, taken })],
  ]);
  await Promise.all([
    makeTrouble(morning, { chance, isOver, say, taken }),
    people.keepTyping({ chance, isOver }),
    keepCalling(morning, { chance, isOver }),
  ]);
  const [off, claimHeld] = [await switching, await claim];
  say(`all is well again; ${off.filter(({ since }) => since !== null).length} were told that their digest is off`);
  const switched = await switchOn(morning, { off, people, chance });
  await eventually(() => people.unanswered().length === 0, ANSWERED_MS).catch(() => {});
  return { off: switched, claimHeld };
}

/** Tells whether all of these have come to an end. */
function overAfter(all: readonly Promise<unknown>[]): () => boolean {
  let isOver = false;
  void Promise.allSettled(all).then(() => {
    isOver = true;
  });
  return () => isOver;
}

async function firstSync({ database: { db } }: Morning): Promise<void> {
  await eventually(async () => (await db.collection("sync_runs").findOne({ status: "done" })) !== null, FIRST_SYNC_MS);
}
