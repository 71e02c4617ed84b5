import { fishbowlExport } from "../sample/fishbowl-export";
import { ADMIN } from "../sample/team";
import type { ControlsDeps, DemoAction } from "./action";
import { loggedInCopper, newCall, repOrAna } from "./new-calls";
import { voidOrder } from "./void-order";

/** The actions that make something happen in a source: for the current person if they sell, otherwise for Ana. */
export function eventActions(deps: Pick<ControlsDeps, "clock" | "days" | "fakes" | "db">): readonly DemoAction[] {
  const { copper, justcall } = deps.fakes;
  const call = (user: string) => {
    const rep = repOrAna(user);
    const created = newCall(justcall.account, rep, deps.clock.now());
    justcall.account.calls.add(created);
    return { rep, created };
  };
  return [
    {
      id: "event.call",
      label: "Make a call",
      hint: "Four minutes, in JustCall. Seconds later Home has one more call.",
      run: (user) => {
        const { rep, created } = call(user);
        return `${rep.name} has talked with ${created.contactName} for 4 minutes, and JustCall has the call. It tells us, so that ${rep.name}'s Home has one more call today in a few seconds, without a sync.`;
      },
    },
    {
      id: "event.both",
      label: "Log one call twice",
      hint: "In JustCall and, within two minutes, in Copper. Home counts it once.",
      run: (user) => {
        const { rep, created } = call(user);
        copper.account.activities.add(loggedInCopper(copper.account, rep, created));
        return `${rep.name}'s call with ${created.contactName} is in JustCall and, 45 seconds later, in Copper. In a few seconds Home has one more call, not two; its Why? names the duplicate.`;
      },
    },
    {
      id: "event.void",
      label: "Void an order",
      hint: "A large one that counts. Sync now: sales fall by its total.",
      run: (user) => voidOrder(deps, user),
    },
    {
      id: "event.import",
      label: "Drop a Fishbowl file",
      hint: "Alex Kim drops orders into the DM. Become Alex and apply them.",
      run: () => dropExport(deps),
    },
  ];
}

/** Drops a Fishbowl export of today into the admin's DM with the app. */
export async function dropExport({ clock, days, fakes }: Pick<ControlsDeps, "clock" | "days" | "fakes">) {
  const { name, text } = fishbowlExport(days.dayOf(clock.now()));
  await fakes.slack.write({ user: ADMIN.slack, text: "", files: [{ name, bytes: Buffer.from(text) }] });
  return `Alex Kim has dropped ${name} into the DM with Paceline. Become Alex and open Messages: it says what the file would change. Press Apply, and look at Ana's new sales.`;
}
