import type { KnownBlock } from "@slack/types";
import { ADDRESS_TYPES, DERIVED_TYPES, METRICS, type MetricType } from "../../../metrics/metrics";
import { SOURCES, type SourceId } from "../../../metrics/sources";
import { centsInWords } from "../../../words/sums";
import { actions, section } from "../../ui/blocks";
import { counted, foreign, someOf } from "../../ui/text";
import { withMatchButton } from "../match-button";
import { accountTypesButton } from "./account-types";
import { customerLine } from "./customers";
import type { Waiting, WaitingList } from "./waiting";

/** The list behind the button has all customers. */
const MAX_CUSTOMERS = 2;
const MAX_NAME_LENGTH = 40;

/** "3 things wait for you: $64,298.50 and 2 records uncredited"; `null` where nothing waits. */
export function waitingInWords(list: WaitingList): string | null {
  return list.all.length === 0 ? null : `${countInWords(list.all.length)} for you: ${uncreditedInWords(list)}`;
}

/** "3 things wait". */
export function countInWords(count: number): string {
  return counted(count, "thing waits", "things wait");
}

/** "$64,298.50 and 2 records uncredited", to which the rows add up, credits below zero too. */
export function uncreditedInWords({ all, cents }: WaitingList): string {
  const unpriced = all.filter((one) => one.cents === 0);
  const records = unpriced.reduce((sum, one) => sum + one.records, 0);
  const [noun = "record", ...others] = new Set(unpriced.map(nounOf));
  const sums = [
    ...(unpriced.length < all.length ? [centsInWords(cents)] : []),
    ...(records > 0 ? [counted(records, others.length === 0 ? noun : "record")] : []),
  ];
  return `${sums.join(" and ")} uncredited`;
}

/**
 * The blocks of each that waits, the most money first, with the button that mends it; a list's first `isFirst` is what to do first. Of more
 * than fit, the page of people has all but the customers without an account type, so their row is always one of those shown.
 */
export function waitingRows(
  { all }: WaitingList,
  { most, isFirst }: { readonly most: number; readonly isFirst: boolean },
): readonly (readonly KnownBlock[])[] {
  return shownOf(all, most).map((one, at) => waitingRow(one, isFirst && at === 0));
}

function shownOf(all: readonly Waiting[], most: number): readonly Waiting[] {
  const cut = all.slice(most).filter(({ kind }) => kind === "account-type");
  return [...all.slice(0, Math.max(0, most - cut.length)), ...cut].slice(0, most);
}

/** The blocks of one that waits, with the button that mends it; `more` is said behind what waits for a match. */
export function waitingRow(one: Waiting, isFirst: boolean, more: string | null = null): readonly KnownBlock[] {
  const sum = one.cents === 0 ? counted(one.records, titledNoun(one)) : centsInWords(one.cents);
  const waits = one.cents !== 0 || one.records === 1 ? "waits" : "wait";
  if (one.kind === "account-type") {
    const names = someOf(one.customers.map(customerLine), MAX_CUSTOMERS);
    // Beside a button its names would have half a line of a phone.
    return [
      section(`⚠️ *${sum}* from ${counted(one.customers.length, "customer")} with no account type: ${names}`),
      actions([accountTypesButton({ isFirst })]),
    ];
  }
  const { source, owner, name, records } = one.owner;
  const orders = one.cents === 0 ? [] : [counted(records, nounOf(one))];
  // What has no id yet gets one with the next reading.
  const unknown = owner === null && SOURCES[source].mapsBy !== null ? [UNKNOWN] : [];
  const { title, ownerNoun } = SOURCES[source];
  // What is summed up may name the source already.
  const noun = sum.includes(title) ? ownerNoun.replace(`${title} `, "") : ownerNoun;
  const who = `${noun} "${foreign(name, MAX_NAME_LENGTH)}"`;
  const row = section(
    `⚠️ *${sum}* ${waits} for a match: ${[who, ...orders, ...unknown, ...(more === null ? [] : [more])].join(", ")}`,
  );
  return [withMatchButton(row, { source, owner, name, isFirst })];
}

/** What the records of an owner are: "call"; "record" where a source has several kinds. */
function nounOf(one: Waiting): string {
  const source = sourceOf(one);
  const of = METRICS.filter(({ sources, type }) => sources.includes(source) && !COUNTED_APART.has(type));
  const [noun = "record", ...others] = new Set(of.map(({ recordNoun }) => recordNoun));
  return others.length === 0 ? noun : "record";
}

/** What they are, with the source where it has several kinds: "Copper record". */
function titledNoun(one: Waiting): string {
  const noun = nounOf(one);
  return noun === "record" ? `${SOURCES[sourceOf(one)].title} record` : noun;
}

function sourceOf(one: Waiting): SourceId {
  return one.kind === "match" ? one.owner.source : "fishbowl";
}

/** No owner's records are counted by these. */
const COUNTED_APART: ReadonlySet<MetricType> = new Set([...DERIVED_TYPES, ...ADDRESS_TYPES]);
const UNKNOWN = "run `/sync` again to match them";
