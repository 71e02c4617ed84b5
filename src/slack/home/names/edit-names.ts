import type { ModalView } from "@slack/types";
import { z } from "zod";
import { foldName } from "../../../metrics/owner-name";
import { creditMoves, type SalesmanChange } from "../../../people/credit-moves";
import { namesOf } from "../../../people/person";
import { addDays } from "../../../time/day";
import type { SlackDeps } from "../../deps";
import { modalAction } from "../../middleware/authorized-actions";
import { fieldValue } from "../../middleware/form-values";
import { CLOSE, fieldError, viewSubmission } from "../../middleware/submissions";
import { decodeMapping } from "../../sync/match-button";
import { notice } from "../../ui/modal";
import { NAME_ADD, NAME_CHECK, NAME_FORM, NAME_REMOVE, nameCheck, nameForm } from "./name-forms";

const act = () => ({ does: "map-people" }) as const;
const UNREADABLE = "That button is from an older version. Open Home again.";
const UNKNOWN_PERSON = "Pick a full member a sync has already seen.";
const DAYS_SHOWN = 365;

/** "Add a Fishbowl name". */
export const addName = modalAction({ doing: NAME_ADD, act }, async () => nameForm());

/** "Unlink" beside a name of Fishbowl's: what that takes from whom, before it is done. */
export const removeName = modalAction({ doing: NAME_REMOVE, act }, async ({ deps }, { value }) => {
  const mapping = decodeMapping(value);
  if (mapping === null) return notice("Unlink", UNREADABLE);
  return checkedChange(deps, { name: mapping.owner, userId: null });
});

/** The name and the person that were entered: which orders that moves is shown before it is saved. */
export const nameSubmission = viewSubmission({ doing: NAME_FORM, act }, async ({ deps }, { form }) => {
  const name = (fieldValue(form, "name") ?? "").trim();
  const userId = fieldValue(form, "person") ?? "";
  if (name === "") return fieldError("name", "Enter the name as orders have it.");
  if ((await deps.people.one(userId))?.active !== true) return fieldError("person", UNKNOWN_PERSON);
  return { kind: "next", view: await checkedChange(deps, { name, userId }) };
});

/** Saves the change that was shown. */
export const nameCheckSubmission = viewSubmission(
  { doing: NAME_CHECK, act },
  async ({ deps }, { userId: by, form }) => {
    const { name, userId } = changes.parse(JSON.parse(form.private_metadata));
    if (userId !== null && (await deps.people.one(userId))?.active !== true) {
      return { kind: "next", view: notice("Not saved", UNKNOWN_PERSON) };
    }
    await deps.people.mapSalesman(name, userId);
    deps.log.info({ by, source: "fishbowl", owner: name, userId }, "A name of Fishbowl's was matched or taken back");
    return CLOSE;
  },
);

const changes = z.object({ name: z.string().min(1).max(500), userId: z.string().max(40).nullable() });

async function checkedChange(
  { people, facts, days, now }: Pick<SlackDeps, "people" | "facts" | "days" | "now">,
  asked: SalesmanChange,
): Promise<ModalView> {
  const to = days.dayOf(now());
  const [everybody, salesmen, sums] = await Promise.all([
    people.all(),
    people.salesmen(),
    facts.ownerMonths("fishbowl", { from: addDays(to, -DAYS_SHOWN), to }),
  ]);
  const names = namesOf(everybody);
  // Another spelling of a name that is mapped is that name.
  const known = salesmen.find(({ _id }) => foldName(_id) === foldName(asked.name));
  const change = { ...asked, name: known?._id ?? asked.name };
  const moves = creditMoves(change, { salesmen, userIds: new Set(names.keys()), sums });
  const nameOf = (userId: string) => names.get(userId) ?? userId;
  return nameCheck({ change, moves, metadata: JSON.stringify(change), nameOf });
}
