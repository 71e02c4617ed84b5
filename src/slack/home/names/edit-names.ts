import type { ModalView } from "@slack/types";
import { z } from "zod";
import { sha256 } from "../../../lib/sha256";
import { foldName } from "../../../metrics/owner-name";
import { type CreditMove, creditMoves, type SalesmanChange } from "../../../people/credit-moves";
import { namesOf, type Salesman } from "../../../people/person";
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

/** Saves the change that was shown; where it would do something else by now, that is shown instead. */
export const nameCheckSubmission = viewSubmission(
  { doing: NAME_CHECK, act },
  async ({ deps }, { userId: by, form }) => {
    const { seen, ...asked } = drafts.parse(JSON.parse(form.private_metadata));
    const { name, userId } = asked;
    if (userId !== null && (await deps.people.one(userId))?.active !== true) {
      return { kind: "next", view: notice("Not saved", UNKNOWN_PERSON) };
    }
    const planned = await plannedChange(deps, asked);
    // A second press finds it saved.
    if (planned.isMade) return CLOSE;
    if (planned.version !== seen) return { kind: "next", view: shownChange(planned, { changed: true }) };
    await deps.people.mapSalesman(name, userId);
    deps.log.info({ by, source: "fishbowl", owner: name, userId }, "A name of Fishbowl's was matched or taken back");
    return CLOSE;
  },
);

const drafts = z.object({
  name: z.string().min(1).max(500),
  userId: z.string().max(40).nullable(),
  /** The version of what was shown; a form from before there was one is shown again. */
  seen: z.string().max(40).default(""),
});

/** A change of a name with all that it does. */
interface PlannedChange {
  readonly change: SalesmanChange;
  readonly moves: readonly CreditMove[];
  /** Whether the names are mapped so already. */
  readonly isMade: boolean;
  /** It is another once the moves or who has the name are. */
  readonly version: string;
  readonly nameOf: (userId: string) => string;
}

async function checkedChange(deps: NameDeps, asked: SalesmanChange): Promise<ModalView> {
  return shownChange(await plannedChange(deps, asked), { changed: false });
}

function shownChange(
  { change, moves, version, nameOf }: PlannedChange,
  { changed }: { readonly changed: boolean },
): ModalView {
  return nameCheck({ change, moves, metadata: JSON.stringify({ ...change, seen: version }), nameOf, changed });
}

type NameDeps = Pick<SlackDeps, "people" | "facts" | "days" | "now">;

async function plannedChange({ people, facts, days, now }: NameDeps, asked: SalesmanChange): Promise<PlannedChange> {
  const to = days.dayOf(now());
  const [everybody, salesmen, sums] = await Promise.all([
    people.all(),
    people.salesmen(),
    facts.ownerMonths("fishbowl", { from: addDays(to, -DAYS_SHOWN), to }),
  ]);
  const names = namesOf(everybody);
  const change = { ...asked, name: mappedName(asked, salesmen) };
  const moves = creditMoves(change, { salesmen, userIds: new Set(names.keys()), sums });
  const current = salesmen.find(({ _id }) => _id === change.name)?.userId ?? null;
  const alike = salesmen.filter(({ _id }) => foldName(_id) === foldName(change.name));
  const parts = [change, moves, alike.map(({ _id, userId }) => [_id, userId])];
  return {
    change,
    moves,
    isMade: current === change.userId,
    version: sha256(JSON.stringify(parts)).slice(0, 16),
    nameOf: (userId) => names.get(userId) ?? userId,
  };
}

/** The name as it is mapped: another spelling of one is that one where it is given to somebody, and never where it is taken back. */
function mappedName({ name, userId }: SalesmanChange, salesmen: readonly Salesman[]): string {
  if (userId === null || salesmen.some(({ _id }) => _id === name)) return name;
  return salesmen.find(({ _id }) => foldName(_id) === foldName(name))?._id ?? name;
}
