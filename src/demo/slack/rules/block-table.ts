import type { Json } from "../json";
import { checkEach, checkKeys, checkString, checkText, type Note, type Surface } from "./check";
import { checkImage } from "./element-checks";
import { checkElement, type Seat } from "./elements";
import { LIMITS } from "./limits";
import { checkDataTable, checkTable } from "./tables";

interface BlockRule {
  readonly surfaces: readonly Surface[];
  /** Fields beside `type` and `block_id`; unset where not all are known. */
  readonly keys?: readonly string[];
  check?(note: Note, place: string, at: { readonly block: Json; readonly surface: Surface }): void;
}

const ALL: readonly Surface[] = ["message", "modal", "home"];
const MESSAGE: readonly Surface[] = ["message"];

/** Every block that is known. A table is kept out of Home: Slack lists it there but has been seen to drop it. */
const BLOCKS: Readonly<Record<string, BlockRule>> = {
  section: { surfaces: ALL, keys: ["text", "fields", "accessory", "expand"], check: checkSection },
  header: {
    surfaces: ALL,
    keys: ["text", "level"],
    check: (note, place, { block }) =>
      checkText(note, `${place}/text`, block.text, { max: LIMITS.headerText, plain: true }),
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
    check: (note, place, { block }) => {
      checkImage(note, place, block);
      if (block.title !== undefined) {
        checkText(note, `${place}/title`, block.title, { max: LIMITS.imageTitle, plain: true });
      }
    },
  },
  rich_text: {
    surfaces: ALL,
    keys: ["elements"],
    check: (note, place, { block }) => {
      const elements = { of: block.elements, max: Number.POSITIVE_INFINITY };
      checkEach(note, `${place}/elements`, elements, () => {});
    },
  },
  markdown: {
    surfaces: MESSAGE,
    keys: ["text"],
    check: (note, place, { block }) =>
      checkString(note, `${place}/text`, block.text, { min: 1, max: LIMITS.markdownText }),
  },
  table: { surfaces: MESSAGE, check: (note, place, { block }) => checkTable(note, place, block) },
  data_table: { surfaces: MESSAGE, check: (note, place, { block }) => checkDataTable(note, place, block) },
  video: { surfaces: ALL },
  alert: { surfaces: ["modal"] },
  card: { surfaces: ["message", "home"] },
  carousel: { surfaces: ["message", "home"] },
  container: { surfaces: ["message", "home"] },
  data_visualization: { surfaces: ["message", "home"] },
  plan: { surfaces: MESSAGE },
  task_card: { surfaces: MESSAGE },
};

/** One block: known, allowed on the surface, within its own limits. */
export function checkBlock(note: Note, place: string, at: { readonly block: Json; readonly surface: Surface }): void {
  const { block, surface } = at;
  const rule = typeof block.type === "string" ? BLOCKS[block.type] : undefined;
  if (rule === undefined) {
    note(place, `unsupported type: ${String(block.type)}`);
    return;
  }
  if (!rule.surfaces.includes(surface)) note(place, `${String(block.type)} is not allowed in ${surface}`);
  if (rule.keys !== undefined) checkKeys(note, place, block, ["type", "block_id", ...rule.keys]);
  rule.check?.(note, place, at);
}

function checkSection(
  note: Note,
  place: string,
  { block, surface }: { readonly block: Json; readonly surface: Surface },
): void {
  if (block.text === undefined && block.fields === undefined) note(place, "must have text or fields");
  if (block.text !== undefined) checkText(note, `${place}/text`, block.text, { max: LIMITS.sectionText });
  if (block.fields !== undefined) {
    checkEach(note, `${place}/fields`, { of: block.fields, max: LIMITS.sectionFields }, (here, field) => {
      checkText(note, here, field, { max: LIMITS.fieldText });
    });
  }
  if (block.accessory !== undefined) {
    checkElement(note, `${place}/accessory`, block.accessory, { seat: "section", surface });
  }
}

function checkInput(
  note: Note,
  place: string,
  { block, surface }: { readonly block: Json; readonly surface: Surface },
): void {
  checkText(note, `${place}/label`, block.label, { max: LIMITS.labelText, plain: true });
  if (block.hint !== undefined) checkText(note, `${place}/hint`, block.hint, { max: LIMITS.labelText, plain: true });
  checkElement(note, `${place}/element`, block.element, { seat: "input", surface });
}

function elements(seat: Seat, max: number): NonNullable<BlockRule["check"]> {
  return (note, place, { block, surface }) => {
    const ids = new Set<unknown>();
    checkEach(note, `${place}/elements`, { of: block.elements, max }, (here, element) => {
      checkElement(note, here, element, { seat, surface });
      if (element.action_id === undefined) return;
      if (ids.has(element.action_id)) {
        note(`${here}/action_id`, `\`action_id\` already exists: ${String(element.action_id)}`);
      }
      ids.add(element.action_id);
    });
  };
}
