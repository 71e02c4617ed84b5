import { SOURCES } from "../../../metrics/sources";
import type { SlackDeps } from "../../deps";
import { action, modalAction } from "../../middleware/authorized-actions";
import { fieldValue } from "../../middleware/form-values";
import { CLOSE, fieldError, viewSubmission } from "../../middleware/submissions";
import { decodeMapping, type Mapping } from "../../sync/match-button";
import { notice } from "../../ui/modal";
import { mapForm } from "../views/admin-people";

const act = () => ({ does: "map-people" }) as const;
const UNREADABLE = "That button is from an older version. Open Home again.";
const UNKNOWN_PERSON = "Pick a full member a sync has already seen.";

/** "Map" beside an unmatched owner. */
export const mapAction = modalAction({ doing: "map", act }, async (_, { value }) => {
  const mapping = decodeMapping(value);
  return mapping === null ? notice("Match a person", UNREADABLE) : mapForm(mapping);
});

/** Maps an owner at a source to the person whom an admin chose. */
export const mapSubmission = viewSubmission({ doing: "map_form", act }, async ({ deps }, { userId: by, form }) => {
  const mapping = decodeMapping(form.private_metadata);
  const userId = fieldValue(form, "person");
  if (mapping === null) return fieldError("person", UNREADABLE);
  const person = userId === null ? null : await deps.people.one(userId);
  if (userId === null || person === null || !person.active) return fieldError("person", UNKNOWN_PERSON);
  await saveMapping(deps, { ...mapping, userId });
  deps.log.info({ by, ...mapping, userId }, "Somebody at a source was mapped");
  return CLOSE;
});

/** "Take back": the owner is unmatched again, or whom the last sync found. */
export const unmapAction = action({ doing: "unmap", act }, async ({ deps }, { userId: by, value }) => {
  const mapping = decodeMapping(value);
  if (mapping?.userId === undefined) return UNREADABLE;
  const { source, owner, userId } = mapping;
  await removeMapping(deps, { source, owner, userId });
  deps.log.info({ by, source, owner, userId }, "A mapping was taken back");
  return null;
});

type MadeBy = Mapping & { readonly userId: string };

async function saveMapping({ people }: Pick<SlackDeps, "people">, { source, owner, userId }: MadeBy) {
  switch (SOURCES[source].mapsBy) {
    case "salesman":
      await people.mapSalesman(owner, userId);
      break;
    case "copperUserId":
      await people.override(userId, { copperUserId: Number(owner) });
      break;
    case "justcallEmail":
      await people.override(userId, { justcallEmail: owner });
  }
}

async function removeMapping({ people }: Pick<SlackDeps, "people">, { source, owner, userId }: MadeBy) {
  const { mapsBy } = SOURCES[source];
  if (mapsBy === "salesman") await people.mapSalesman(owner, null);
  else await people.override(userId, mapsBy === "copperUserId" ? { copperUserId: null } : { justcallEmail: null });
}
