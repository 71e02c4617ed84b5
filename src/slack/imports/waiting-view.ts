import type { KnownBlock } from "@slack/types";
import { SOURCES, UNTYPED_REASON } from "../../metrics/sources";
import { changeOfIt, isWaiting, waitingLine } from "../../sync/import-waiting";
import type { DayRange } from "../../time/day";
import { centsInWords } from "../../words/sums";
import { withMatchButton } from "../sync/match-button";
import { accountTypesButton } from "../sync/waiting/account-types";
import type { Waiting, WaitingList } from "../sync/waiting/waiting";
import { waitingRow as homeRow } from "../sync/waiting/waiting-rows";
import { actions, context, section, sections } from "../ui/blocks";
import { counted } from "../ui/text";
import { type AppliedPreview, named, unbroken } from "./changes-view";
import { waitingChangeBlocks, waitingRow } from "./waiting-lines";

/** What waits in the workspace after a file is applied, as Home says it, and the days that it is of. */
export interface WaitingNow {
  readonly list: WaitingList;
  readonly days: DayRange;
}

interface Rows extends WaitingNow {
  readonly most: number;
}

type Uncredited = AppliedPreview["credit"]["uncredited"][number];
type Owned = Extract<Waiting, { readonly kind: "match" }>;

const UNMATCHED_REASON = SOURCES.fishbowl.unmatchedReason;
const SET_IT = "Set it in Fishbowl and drop a new file here.";
/** More sales reps than these are matched in Home. */
const MAX_MATCHED = 3;

/**
 * Says what an applied file's orders wait for, with the button that mends it or says how: all that waits for it, in Home's amounts, and
 * what the file changed of them. What Home has no amount for is said to be the file's part.
 */
export function waitingRows(preview: AppliedPreview, rows: Rows): readonly KnownBlock[] {
  const waiting = preview.credit.uncredited.filter(({ why, orders }) => isWaiting(why) && orders > 0);
  const of = (reason: string) => waiting.filter(({ why }) => why === reason);
  const others = waiting.filter(({ why }) => why !== UNTYPED_REASON && why !== UNMATCHED_REASON);
  const untyped = of(UNTYPED_REASON);
  const isCounted = isWithin(preview.days, rows.days);
  return [
    ...waitingChangeBlocks(isCounted ? withoutRow(preview) : preview, rows),
    ...untyped.flatMap((one) => untypedRow(one, { ...rows, isCounted })),
    ...of(UNMATCHED_REASON).flatMap((one) => {
      return matchRows(one, { ...rows, isCounted, isFirst: untyped.length === 0 });
    }),
    ...sections(others.map((one) => `${inFile(one, rows.most)}. ${SET_IT}`)),
  ];
}

/** A preview with only that of what is not credited which no order waits for afterwards: what is left has a row that says its change. */
function withoutRow(preview: AppliedPreview): AppliedPreview {
  const { credit } = preview;
  return { ...preview, credit: { ...credit, uncredited: credit.uncredited.filter(({ orders }) => orders === 0) } };
}

/** Tells whether Home's amounts, which are of its days, have all that a file changes. */
function isWithin(days: AppliedPreview["days"], range: DayRange): boolean {
  return days === null || (days.from >= range.from && days.to <= range.to);
}

/** "⚠️ *$55,818.50* waits for an account type, +$640 from this file: Corner Cellar (new: SO-1103)". */
function untypedRow(
  one: Uncredited,
  { list, most, isCounted }: Rows & { readonly isCounted: boolean },
): readonly KnownBlock[] {
  const all = list.all.find(({ kind }) => kind === "account-type");
  const change = isCounted ? changeOfIt(one, { most, clean: named }) : null;
  const button = actions([accountTypesButton({ isFirst: true })]);
  if (all === undefined) return [section(inFile(one, most)), button];
  if (change === null) return homeRow(all, true);
  return [section(unbroken(`⚠️ *${centsInWords(all.cents)}* waits for an account type, ${change}`)), button];
}

/** A row for each sales rep, with the button that matches them, and how many more there are. */
function matchRows(
  one: Uncredited,
  { list, most, isCounted, isFirst }: Rows & { readonly isCounted: boolean; readonly isFirst: boolean },
): readonly KnownBlock[] {
  const shown = one.parts.slice(0, MAX_MATCHED);
  const more = one.named - shown.length;
  return [
    ...shown.flatMap((part, at) => {
      const { name, from, to } = part;
      const alone = { ...one, from, to, parts: [part], named: 1 };
      const change = isCounted ? byThisFile(alone) : null;
      const all = list.all.find((waits): waits is Owned => waits.kind === "match" && isOf(waits, name));
      const first = isFirst && at === 0;
      if (all !== undefined) return homeRow(all, first, change);
      const row = section(inFile(alone, most));
      return [withMatchButton(row, { source: "fishbowl", owner: name, name, isFirst: first })];
    }),
    ...(more > 0 ? [context(`${counted(more, "more match", "more matches")} to make: see *Admin* in Home`)] : []),
  ];
}

/** "+$30 from this file (new: SO-1)": of somebody whose row names them. */
function byThisFile(one: Uncredited): string | null {
  return changeOfIt({ ...one, parts: [] }, { most: 1, clean: named });
}

/** Names of sales reps are compared without case. */
function isOf({ owner }: Owned, name: string): boolean {
  return owner.source === "fishbowl" && owner.name.toLowerCase() === name.toLowerCase();
}

/** "⚠️ *$640* in this file waits for an account type: Corner Cellar". */
function inFile(one: Uncredited, most: number): string {
  return waitingRow(waitingLine(one, { most, clean: named }));
}
