import type { Person } from "../../../people/person";
import { settingsFault } from "../../../people/person-settings";
import { withWeek } from "../../../time/work-schedule";
import { modalAction } from "../../middleware/authorized-actions";
import { checkedValues, dayValue, type FormState, fieldValue } from "../../middleware/form-values";
import { CLOSE, fieldError, viewSubmission } from "../../middleware/submissions";
import { foreign } from "../../ui/text";
import { WEEK_SINCE } from "../views/week-fields";
import { weekStart } from "../week-start";
import { personForm, personPick } from "./person-forms";

const act = () => ({ does: "map-people" }) as const;
const UNKNOWN = "Pick a full member a sync has already seen.";

/** "Edit a person". */
export const editPerson = modalAction({ doing: "edit_person", act }, async () => personPick());

/** The person who was picked: their form follows. */
export const personPickSubmission = viewSubmission({ doing: "person_pick", act }, async ({ deps }, { form }) => {
  const person = await deps.people.one(fieldValue(form, "person") ?? "");
  if (person === null) return fieldError("person", UNKNOWN);
  return { kind: "next", view: personForm(person, deps.days.dayOf(deps.now())) };
});

/** Sets a person's own week, first day and further addresses; what is left blank is taken away. */
export const personSubmission = viewSubmission(
  { doing: "person_form", act },
  async ({ deps }, { userId: by, form }) => {
    const userId = form.private_metadata;
    const addresses = addressesIn(form);
    const taken = ownerOfOne(addresses, { userId, people: await deps.people.all() });
    if (taken !== null) return fieldError("addresses", taken);
    const since = weekStart(form, deps);
    if (!since.ok) return fieldError(WEEK_SINCE, since.fault);
    const workdays = checkedValues(form, "workdays").map(Number);
    const held = (await deps.people.one(userId))?.schedule ?? {};
    const week = withWeek(held, { workdays: workdays.length === 0 ? undefined : workdays, from: since.from });
    const settings = {
      ...{ workdays: week.workdays ?? null, formerWeeks: week.formerWeeks ?? null },
      startDate: dayValue(form, "start"),
      addresses: orNone(addresses),
    };
    const fault = settingsFault(settings);
    if (fault !== null) return fieldError(fault.field === "addresses" ? "addresses" : "workdays", fault.message);
    if (!(await deps.people.set(userId, settings))) return fieldError("addresses", UNKNOWN);
    deps.log.info({ by, userId }, "An admin changed a person's week, first day or addresses");
    return CLOSE;
  },
);

/** The addresses as they were typed, a line or a comma apart, each once and in lower case. */
function addressesIn(form: FormState): readonly string[] {
  const typed = (fieldValue(form, "addresses") ?? "").split(/[\s,;]+/);
  return [...new Set(typed.map((one) => one.toLowerCase()).filter((one) => one !== ""))];
}

function orNone<T>(list: readonly T[]): readonly T[] | null {
  return list.length === 0 ? null : list;
}

/** Says whose one of these addresses is already; `null` where nobody else has one. */
function ownerOfOne(
  addresses: readonly string[],
  { userId, people }: { readonly userId: string; readonly people: readonly Person[] },
): string | null {
  const others = people.filter(({ _id }) => _id !== userId);
  for (const address of addresses) {
    const owner = others.find((one) => one.email === address || one.addresses?.includes(address) === true);
    if (owner !== undefined) return `${address} is already ${foreign(owner.name)}'s.`;
  }
  return null;
}
