import { entry } from "../entries";
import type { SlackNeeds } from "../needs";
import { notice } from "../views/form";
import { mapForm } from "../views/home/map-form";
import { type Mapping, mappingOf } from "./mapping";
import { opens, pressed } from "./presses";
import { DONE, fault, submitted } from "./submits";

const act = () => ({ does: "map-people" }) as const;
const UNREADABLE = "That button is not of this version: open Home again.";
const STRANGER =
  "Not one of the people I know: guests and bots are never mapped, and a newcomer is known after a sync.";

/** "Map" beside somebody whom a source knows. */
export const map = opens({ doing: "map", act }, async (_, { value }) => {
  const mapping = mappingOf(value);
  return mapping === null ? notice("Who is this?", UNREADABLE) : mapForm(mapping);
});

/** Who that is, as an admin says. */
export const mapped = submitted({ doing: "map_form", act }, async ({ needs }, { userId: by, filled }) => {
  const mapping = mappingOf(filled.private_metadata);
  const userId = entry(filled, "person");
  if (mapping === null) return fault("person", UNREADABLE);
  const person = userId === null ? null : await needs.people.one(userId);
  if (userId === null || person === null || !person.active) return fault("person", STRANGER);
  await keep(needs, { ...mapping, userId });
  needs.log.info({ by, ...mapping, userId }, "Somebody at a source was mapped");
  return DONE;
});

/** "Take back": whoever it was is nobody again, or who the last sync found. */
export const unmap = pressed({ doing: "unmap", act }, async ({ needs }, { userId: by, value }) => {
  const mapping = mappingOf(value);
  if (mapping?.userId === undefined) return UNREADABLE;
  const { source, owner, userId } = mapping;
  if (source === "fishbowl") await needs.people.mapSalesman(owner, null);
  else await needs.people.override(userId, source === "copper" ? { copperUserId: null } : { justcallEmail: null });
  needs.log.info({ by, source, owner, userId }, "A mapping was taken back");
  return null;
});

async function keep({ people }: Pick<SlackNeeds, "people">, { source, owner, userId }: Mapping & { userId: string }) {
  switch (source) {
    case "fishbowl":
      return people.mapSalesman(owner, userId);
    case "copper":
      return people.override(userId, { copperUserId: Number(owner) });
    case "justcall":
      return people.override(userId, { justcallEmail: owner });
  }
}
