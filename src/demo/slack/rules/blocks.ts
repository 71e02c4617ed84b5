import { isJson, type Json, jsonOf } from "../json";
import { checkBlock } from "./block-table";
import { checkString, type ReportFault, type Surface } from "./check";
import { LIMITS } from "./limits";
import { textLength } from "./tables";

/**
 * Lists what Slack would refuse about these blocks on that surface, with JSON pointers; empty if it accepts them.
 *
 * @example
 * blockFaults([{ type: "header", text: { type: "mrkdwn", text: "*Hi*" } }], "message");
 * // => ["must be of type plain_text [json-pointer:/blocks/0/text]"]
 */
export function blockFaults(blocks: readonly unknown[], surface: Surface): string[] {
  const faults: string[] = [];
  const report: ReportFault = (pointer, fault) => {
    faults.push(`${fault} [json-pointer:${pointer}]`);
  };
  const max = surface === "message" ? LIMITS.messageBlocks : LIMITS.viewBlocks;
  if (blocks.length > max) report("/blocks", `no more than ${max} items allowed`);
  const ids = new Set<unknown>();
  for (const [at, block] of blocks.entries()) {
    const pointer = `/blocks/${at}`;
    if (!isJson(block)) {
      report(pointer, "must be an object");
      continue;
    }
    checkId(report, pointer, { block, ids });
    checkBlock(report, pointer, { block, surface });
  }
  checkTotals(report, blocks, surface);
  return faults;
}

/** Whether a message's blocks show more text than Slack takes, which it calls `msg_blocks_too_long`. */
export function tooMuchText(blocks: readonly unknown[]): boolean {
  return textLength(blocks) > LIMITS.messageBlockText;
}

function checkId(
  report: ReportFault,
  pointer: string,
  { block, ids }: { readonly block: Json; readonly ids: Set<unknown> },
): void {
  if (block.block_id === undefined) return;
  checkString(report, `${pointer}/block_id`, block.block_id, { min: 1, max: LIMITS.id });
  if (ids.has(block.block_id)) report(`${pointer}/block_id`, `\`block_id\` already exists: ${String(block.block_id)}`);
  ids.add(block.block_id);
}

/** Checks the limits for all blocks of a message together. */
function checkTotals(report: ReportFault, blocks: readonly unknown[], surface: Surface): void {
  if (surface !== "message") return;
  const types = blocks.map((block) => jsonOf(block).type);
  if (types.filter((type) => type === "table" || type === "data_table").length > 1) {
    report("/blocks", "only one table is allowed");
  }
  if (types.filter((type) => type === "data_visualization").length > LIMITS.messageCharts) {
    report("/blocks", `no more than ${LIMITS.messageCharts} data_visualization blocks allowed`);
  }
  const markdown = blocks.map(jsonOf).filter((block) => block.type === "markdown");
  const characters = markdown.reduce((sum, { text }) => sum + (typeof text === "string" ? text.length : 0), 0);
  if (characters > LIMITS.markdownText) report("/blocks", `markdown holds more than ${LIMITS.markdownText} characters`);
  if (tooMuchText(blocks)) report("/blocks", `msg_blocks_too_long: more than ${LIMITS.messageBlockText} characters`);
}
