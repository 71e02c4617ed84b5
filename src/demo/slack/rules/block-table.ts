import type { Json } from "../json";
import { checkAlert, checkCard, checkCarousel, checkContainer } from "./cards";
import { checkChart } from "./charts";
import { checkEach, checkKeys, checkString, checkText, type ReportFault, type Surface } from "./check";
import { checkImage } from "./element-checks";
import { checkElement, type ParentBlock } from "./elements";
import { LIMITS } from "./limits";
import { checkDataTable, checkTable } from "./tables";

interface BlockRule {
  readonly surfaces: readonly Surface[];
  /** The fields besides `type` and `block_id`; unset if not all are known. */
  readonly keys?: readonly string[];
  check?(report: ReportFault, pointer: string, at: { readonly block: Json; readonly surface: Surface }): void;
}

const ALL: readonly Surface[] = ["message", "modal", "home"];
const MESSAGE: readonly Surface[] = ["message"];

/**
 * All known blocks. Tables, charts and containers are not allowed in Home, where Slack has been seen to drop the first and
 * is not known to take the others.
 */
const BLOCKS: Readonly<Record<string, BlockRule>> = {
  section: { surfaces: ALL, keys: ["text", "fields", "accessory", "expand"], check: checkSection },
  header: {
    surfaces: ALL,
    keys: ["text", "level"],
    check: (report, pointer, { block }) =>
      checkText(report, `${pointer}/text`, block.text, { max: LIMITS.headerText, plain: true }),
  },
  divider: { surfaces: ALL, keys: [] },
  context: { surfaces: ALL, keys: ["elements"], check: elements("context", LIMITS.contextElements) },
  actions: { surfaces: ALL, keys: ["elements"], check: elements("actions", LIMITS.actionsElements) },
  context_actions: {
    surfaces: MESSAGE,
    keys: ["elements"],
    check: elements("context_actions", LIMITS.contextActionsElements),
  },
  input: {
    surfaces: ALL,
    keys: ["label", "element", "hint", "optional", "dispatch_action"],
    check: checkInput,
  },
  image: {
    surfaces: ALL,
    keys: ["image_url", "slack_file", "alt_text", "title"],
    check: (report, pointer, { block }) => {
      checkImage(report, pointer, block);
      if (block.title !== undefined) {
        checkText(report, `${pointer}/title`, block.title, { max: LIMITS.imageTitle, plain: true });
      }
    },
  },
  rich_text: {
    surfaces: ALL,
    keys: ["elements"],
    check: (report, pointer, { block }) => {
      const elements = { of: block.elements, max: Number.POSITIVE_INFINITY };
      checkEach(report, `${pointer}/elements`, elements, () => {});
    },
  },
  markdown: {
    surfaces: MESSAGE,
    keys: ["text"],
    check: (report, pointer, { block }) =>
      checkString(report, `${pointer}/text`, block.text, { min: 1, max: LIMITS.markdownText }),
  },
  table: { surfaces: MESSAGE, check: (report, pointer, { block }) => checkTable(report, pointer, block) },
  data_table: { surfaces: MESSAGE, check: (report, pointer, { block }) => checkDataTable(report, pointer, block) },
  video: { surfaces: ALL },
  alert: {
    surfaces: ["modal"],
    keys: ["text", "level"],
    check: (report, pointer, { block }) => checkAlert(report, pointer, block),
  },
  card: { surfaces: ["message", "home"], check: checkCard },
  carousel: { surfaces: ["message", "home"], keys: ["elements"], check: checkCarousel },
  container: {
    surfaces: MESSAGE,
    check: (report, pointer, { block, surface }) => {
      const child = (at: string, inner: Json) => checkBlock(report, at, { block: inner, surface });
      checkContainer(report, pointer, { block, child });
    },
  },
  data_visualization: {
    surfaces: MESSAGE,
    keys: ["title", "chart"],
    check: (report, pointer, { block }) => checkChart(report, pointer, block),
  },
  plan: { surfaces: MESSAGE },
  task_card: { surfaces: MESSAGE },
};

/** Checks that a block is known, allowed on the surface, and within its own limits. */
export function checkBlock(
  report: ReportFault,
  pointer: string,
  at: { readonly block: Json; readonly surface: Surface },
): void {
  const { block, surface } = at;
  const rule = typeof block.type === "string" ? BLOCKS[block.type] : undefined;
  if (rule === undefined) {
    report(pointer, `unsupported type: ${String(block.type)}`);
    return;
  }
  if (!rule.surfaces.includes(surface)) report(pointer, `${String(block.type)} is not allowed in ${surface}`);
  if (rule.keys !== undefined) checkKeys(report, pointer, block, ["type", "block_id", ...rule.keys]);
  rule.check?.(report, pointer, at);
}

function checkSection(
  report: ReportFault,
  pointer: string,
  { block, surface }: { readonly block: Json; readonly surface: Surface },
): void {
  if (block.text === undefined && block.fields === undefined) report(pointer, "must have text or fields");
  if (block.text !== undefined) checkText(report, `${pointer}/text`, block.text, { max: LIMITS.sectionText });
  if (block.fields !== undefined) {
    checkEach(report, `${pointer}/fields`, { of: block.fields, max: LIMITS.sectionFields }, (itemPointer, field) => {
      checkText(report, itemPointer, field, { max: LIMITS.fieldText });
    });
  }
  if (block.accessory !== undefined) {
    checkElement(report, `${pointer}/accessory`, block.accessory, { parent: "section", surface });
  }
}

function checkInput(
  report: ReportFault,
  pointer: string,
  { block, surface }: { readonly block: Json; readonly surface: Surface },
): void {
  checkText(report, `${pointer}/label`, block.label, { max: LIMITS.labelText, plain: true });
  if (block.hint !== undefined)
    checkText(report, `${pointer}/hint`, block.hint, { max: LIMITS.labelText, plain: true });
  checkElement(report, `${pointer}/element`, block.element, { parent: "input", surface });
}

function elements(parent: ParentBlock, max: number): NonNullable<BlockRule["check"]> {
  return (report, pointer, { block, surface }) => {
    const ids = new Set<unknown>();
    checkEach(report, `${pointer}/elements`, { of: block.elements, max }, (itemPointer, element) => {
      checkElement(report, itemPointer, element, { parent, surface });
      if (element.action_id === undefined) return;
      if (ids.has(element.action_id)) {
        report(`${itemPointer}/action_id`, `\`action_id\` already exists: ${String(element.action_id)}`);
      }
      ids.add(element.action_id);
    });
  };
}
