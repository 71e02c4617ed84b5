import { type Chance, pick } from "../support/fakes/mutations";
import { addCall } from "./calls";
import { signalAt } from "./moments";
import type { Morning } from "./morning";
import { askForSync } from "./replica";

const CALLS = 6;
/** A sync of a busy machine, and the wait for the lease of one that stands still. */
const SYNC_MS = 90_000;

/**
 * Stops a replica that has computed totals and not written them, until another one has read what became of the records
 * meanwhile and written its own; then the first one goes on. Returns what is wrong: every sync that finds new calls comes to that point.
 */
export async function holdTotals(
  morning: Morning,
  { chance, say }: { readonly chance: Chance; readonly say: (line: string) => void },
): Promise<readonly string[]> {
  const { replicas, fakes, env } = morning;
  const added = Array.from({ length: CALLS }, () => addCall(morning, chance));
  const stopping = signalAt(morning, { moment: "totaled", signal: "SIGSTOP", withinMs: SYNC_MS });
  const first = askForSync(pick(chance, replicas).url(), env);
  const held = await stopping;
  if (held === null) return [`no sync came to the point of writing totals; what was asked for one: ${await first}`];
  const { replica, of } = held;
  say(`${replica.name} stands still with ${of} totals that it has not written`);
  for (const { id } of added.slice(0, CALLS / 2)) fakes.justcall.account.calls.remove(id);
  const others = replicas.filter((each) => each !== replica);
  const status = await askForSync(pick(chance, others).url(), env);
  replica.signal("SIGCONT");
  say(`another synced meanwhile: ${status}; that one: ${await first}`);
  return [];
}
