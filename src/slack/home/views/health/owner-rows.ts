import type { KnownBlock } from "@slack/types";
import type { FoundOwner } from "../../../../doctor/finding";
import { matchButton } from "../../../sync/match-button";
import { actions, section } from "../../../ui/blocks";
import { partButton } from "../layout";
import { fitting } from "./area";

/** More of one finding are on the page of people. */
const MAX_ROWS = 4;
const MAX_LENGTH = 1_300;
/** A mapping is stored under no longer a name. */
const MAX_OWNER_LENGTH = 500;

/** Whoever is matched with nobody, each with the button that matches them. */
export function ownerRows(owners: readonly FoundOwner[]): readonly KnownBlock[] {
  const more = owners.length - MAX_ROWS;
  return [
    ...owners.slice(0, MAX_ROWS).map(ownerRow),
    ...(more > 0 ? [actions([partButton("people", { label: `See ${more.toLocaleString("en-US")} more` })])] : []),
  ];
}

function ownerRow({ source, owner, name, says }: FoundOwner): KnownBlock {
  const row = section(`• ${fitting(says, MAX_LENGTH)}`);
  if (owner === null || owner.length > MAX_OWNER_LENGTH) return row;
  return { ...row, accessory: matchButton({ source, owner, name, isFirst: false }) };
}
