import type { Fakes } from "../fakes";
import type { DemoAction } from "./action";
import { DEMO_FAULTS, type DemoFault } from "./demo-faults";

/** The faults as actions that switch them on and off; `clear` switches all of them off. */
export function faultActions(fakes: Fakes): { readonly actions: readonly DemoAction[]; clear(): void } {
  const switchedOn = new Set<string>();
  const isOn = (fault: DemoFault) => switchedOn.has(fault.id) && !(fault.isOver?.(fakes) ?? false);
  const toggle = (fault: DemoFault) => {
    const on = !isOn(fault);
    if (on) switchedOn.add(fault.id);
    else switchedOn.delete(fault.id);
    // The other faults of the same fake start over, too: a fault script can only be cleared as a whole.
    fakes[fault.fake].faults.clear();
    for (const other of DEMO_FAULTS) if (other.fake === fault.fake && switchedOn.has(other.id)) other.push(fakes);
    return on ? fault.onText : fault.offText;
  };
  const actions = DEMO_FAULTS.map((fault) => ({
    id: fault.id,
    label: fault.label,
    hint: fault.hint,
    on: () => isOn(fault),
    run: () => toggle(fault),
  }));
  const clear = () => {
    switchedOn.clear();
    for (const name of ["copper", "justcall", "slack"] as const) fakes[name].faults.clear();
  };
  return { actions, clear };
}
