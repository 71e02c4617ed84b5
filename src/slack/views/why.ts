import type { KnownBlock, ModalView } from "@slack/types";
import type { Why } from "../../sync/why";
import { context, header, type Message, section, sections } from "./blocks";
import { fits } from "./fits";
import { sentence } from "./text";
import { pageButtons } from "./why-button";
import { type Detail, recordLines } from "./why-record";
import { changedNotice, sumLines } from "./why-sum";
import { countsLine, type WhyReading, whyFooter, whyTitle } from "./why-text";

/** How much of each record is shown; the first that fits Slack's limits is taken. */
const DETAILS: readonly Detail[] = [
  { most: 80, recipients: true, links: true },
  { most: 40, recipients: false, links: true },
  { most: 24, recipients: false, links: false },
  { most: 8, recipients: false, links: false },
];

/** What stands in the modal until the records are found. */
export const LOOKING = "⏳ Looking for the records…";

/** A page of the records behind a figure, as a message. */
export function whyMessage(why: Why, reading: WhyReading): Message {
  for (const detail of DETAILS) {
    const message = withRecords(why, { ...reading, detail });
    if (fits(message)) return message;
  }
  return framed(why, { reading, blocks: [section(`${countsLine(why)}.`)] });
}

/** The same as a modal. */
export function whyModal(why: Why, reading: WhyReading): ModalView {
  return modal(whyMessage(why, reading).blocks);
}

/** The modal while there are no records to show: before they are found, or instead of them. */
export function plainWhyModal(text: string): ModalView {
  return modal([section(text)]);
}

function modal(blocks: KnownBlock[]): ModalView {
  const words = (text: string) => ({ type: "plain_text", text, emoji: true }) as const;
  return { type: "modal", title: words("Why this number?"), close: words("Close"), blocks };
}

function withRecords(why: Why, { detail, ...reading }: WhyReading & { detail: Detail }): Message {
  const lines = { ...detail, zone: reading.days.zone, owners: why.userId === null };
  const records = [pageTitle(why), `${countsLine(why)}.`, ...recordLines(why.records, lines)];
  const sums = why.page === 0 ? sumLines(why) : [];
  return framed(why, { reading, blocks: [...sections(sums), ...sections(records)] });
}

function framed(why: Why, { reading, blocks }: { reading: WhyReading; blocks: readonly KnownBlock[] }): Message {
  const title = whyTitle(why, reading);
  const notice = changedNotice(why);
  const changed = notice === null ? [] : [section(notice)];
  return {
    text: `${sentence(title, 200)}. ${countsLine(why)}.`,
    blocks: [header(title), ...changed, ...blocks, context(whyFooter(why, reading)), ...pageButtons(why)],
  };
}

function pageTitle({ page, pages }: Why): string {
  const [shown, all] = [page + 1, pages].map((one) => one.toLocaleString("en-US"));
  return pages === 1 ? "*Records*" : `*Records*, page ${shown} of ${all}`;
}
