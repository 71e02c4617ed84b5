import type { KnownBlock } from "@slack/types";
import type { FoundOwner } from "../../../../doctor/finding";
import { withMatchButton } from "../../../sync/match-button";
import { actions, section } from "../../../ui/blocks";
import { partButton } from "../layout";
import { fitting } from "./area";

/** More of one finding are on the page of people. */
const MAX_ROWS = 4;
const MAX_LENGTH = 1_300;

/** Whoever is matched with nobody, each with the button that matches them. */
export function ownerRows(owners: readonly FoundOwner[]): readonly KnownBlock[] {
  const more = owners.length - MAX_ROWS;
  return [
    ...owners.slice(0, MAX_ROWS).map(ownerRow),
    ...(more > 0 ? [actions([partButton("people", { label: `See ${more.toLocaleString("en-US")} more` })])] : []),
  ];
}

function ownerRow({ source, owner, name, says }: FoundOwner): KnownBlock {
  return withMatchButton(section(`• ${fitting(says, MAX_LENGTH)}`), { source, owner, name, isFirst: false });
}
