import type { KnownBlock } from "@slack/types";
import type { Finding, FoundOwner } from "../../../../doctor/finding";
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

/** Users of a source whom nobody is matched with, and for whom nothing waits: who may be matched, and need not be. */
export function unmatchedPart(findings: readonly Finding[]): readonly KnownBlock[] {
  const owners = findings.flatMap((one) => one.owners ?? []);
  return owners.length === 0 ? [] : [section("➖ *Not matched in Slack*"), ...ownerRows(owners)];
}

function ownerRow({ source, owner, name, says }: FoundOwner): KnownBlock {
  return withMatchButton(section(`• ${fitting(says, MAX_LENGTH)}`), { source, owner, name, isFirst: false });
}
