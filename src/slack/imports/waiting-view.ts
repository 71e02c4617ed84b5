import type { KnownBlock } from "@slack/types";
import { SOURCES, UNTYPED_REASON } from "../../metrics/sources";
import { cents, dollars } from "../../sync/import-amounts";
import { isWaiting, waitingLine } from "../../sync/import-uncredited";
import { withMatchButton } from "../sync/match-button";
import { accountTypesButton } from "../sync/waiting/account-types";
import { actions, context, section, sections } from "../ui/blocks";
import { counted } from "../ui/text";
import { type AppliedPreview, NOT_YET, named, type Shown, waitingRow } from "./changes-view";

/**
 * Says which of an applied file's orders are not credited yet, in the words and amounts of its preview, each with the button that mends it
 * or says how; what no button is for, it is said where it is set. The amounts are of these orders: Home's are of the last thirty days.
 */
export function waitingRows(preview: AppliedPreview, { most }: Shown): readonly KnownBlock[] {
  const waiting = preview.credit.uncredited.filter(({ why, orders }) => isWaiting(why) && orders > 0);
  const of = (reason: string) => waiting.filter(({ why }) => why === reason);
  const others = waiting.filter(({ why }) => why !== UNTYPED_REASON && why !== UNMATCHED_REASON);
  const untyped = of(UNTYPED_REASON);
  const line = (one: Uncredited) => waitingRow(waitingLine(one, { most, clean: named }));
  const rows = [
    ...untyped.flatMap((one) => [section(line(one)), actions([accountTypesButton({ isFirst: true })])]),
    ...of(UNMATCHED_REASON).flatMap((one) => matchRows(one, { line, isFirst: untyped.length === 0 })),
    ...sections(others.map((one) => `${line(one)}. ${SET_IT}`)),
  ];
  return rows.length === 0 ? [] : [section(NOT_YET), ...rows];
}

const UNMATCHED_REASON = SOURCES.fishbowl.unmatchedReason;
const SET_IT = "Set it in Fishbowl and drop a new file here.";
/** More sales reps than these are matched in Home. */
const MAX_MATCHED = 3;

type Uncredited = AppliedPreview["credit"]["uncredited"][number];

/** A row for each sales rep, with the button that matches them, and what waits for those who have none. */
function matchRows(
  one: Uncredited,
  { line, isFirst }: { readonly line: (one: Uncredited) => string; readonly isFirst: boolean },
): readonly KnownBlock[] {
  const shown = one.parts.slice(0, MAX_MATCHED);
  const more = one.named - shown.length;
  const left = dollars(cents(one.to - shown.reduce((sum, { to }) => sum + to, 0)));
  return [
    ...shown.map((part, at) => {
      const { name, from, to } = part;
      const row = section(line({ ...one, from, to, parts: [part], named: 1 }));
      return withMatchButton(row, { source: "fishbowl", owner: name, name, isFirst: isFirst && at === 0 });
    }),
    ...(more > 0
      ? [context(`${left} waits for ${counted(more, "more match", "more matches")}: see *Admin* in Home`)]
      : []),
  ];
}
