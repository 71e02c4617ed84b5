import type { FarEnds } from "../fakes";
import type { Deed } from "./action";
import { STAGE_FAULTS, type StageFault } from "./demo-faults";

/** The faults as switches; `clear` mends everything. */
export function faultDeeds(farEnds: FarEnds): { readonly deeds: readonly Deed[]; clear(): void } {
  const switched = new Set<string>();
  const isOn = (fault: StageFault) => switched.has(fault.id) && !(fault.healed?.(farEnds) ?? false);
  const toggle = (fault: StageFault) => {
    const on = !isOn(fault);
    if (on) switched.add(fault.id);
    else switched.delete(fault.id);
    // The others at the same far end begin anew, too: a script of faults cannot lose a single line.
    farEnds[fault.at].faults.clear();
    for (const other of STAGE_FAULTS) if (other.at === fault.at && switched.has(other.id)) other.push(farEnds);
    return on ? fault.broken : fault.mended;
  };
  const deeds = STAGE_FAULTS.map((fault) => ({
    id: fault.id,
    label: fault.label,
    hint: fault.hint,
    on: () => isOn(fault),
    run: () => toggle(fault),
  }));
  const clear = () => {
    switched.clear();
    for (const end of ["copper", "justcall", "slack"] as const) farEnds[end].faults.clear();
  };
  return { deeds, clear };
}
