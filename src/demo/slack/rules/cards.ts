import { isJson, type Json, listOf } from "../json";
import { checkEach, checkKeys, checkText, type ReportFault, type Surface } from "./check";
import { checkImage } from "./element-checks";
import { checkElement } from "./elements";
import { LIMITS } from "./limits";

const LEVELS = ["default", "info", "warning", "error", "success"];
const CARD_KEYS = ["type", "block_id", "hero_image", "icon", "title", "subtitle", "body", "actions"];
const CONTAINER_KEYS = [
  ...["type", "block_id", "title", "rich_text_title", "subtitle", "child_blocks", "width", "icon"],
  ...["is_collapsible", "default_collapsed", "has_header_divider"],
];
/** What a container may hold. */
const CHILDREN = new Set([
  ...["actions", "context", "divider", "file", "header", "image"],
  ...["input", "rich_text", "section", "table", "video"],
]);

/** Checks an alert: its text and its level. */
export function checkAlert(report: ReportFault, pointer: string, block: Json): void {
  checkText(report, `${pointer}/text`, block.text, { max: LIMITS.sectionText });
  if (block.level !== undefined && !LEVELS.includes(String(block.level))) {
    report(`${pointer}/level`, `must be one of: ${LEVELS.join(", ")}`);
  }
}

/** Checks a card: something to show, its texts, and two buttons at most. */
export function checkCard(
  report: ReportFault,
  pointer: string,
  { block, surface }: { readonly block: Json; readonly surface: Surface },
): void {
  checkKeys(report, pointer, block, CARD_KEYS);
  if (!["hero_image", "title", "actions", "body"].some((field) => block[field] !== undefined)) {
    report(pointer, "must have hero_image, title, actions or body");
  }
  const texts = { title: LIMITS.cardTitle, subtitle: LIMITS.cardTitle, body: LIMITS.cardBody };
  for (const [field, max] of Object.entries(texts)) {
    if (block[field] !== undefined) checkText(report, `${pointer}/${field}`, block[field], { max });
  }
  for (const field of ["hero_image", "icon"]) checkPicture(report, `${pointer}/${field}`, block[field]);
  if (block.actions === undefined) return;
  checkEach(report, `${pointer}/actions`, { of: block.actions, max: LIMITS.cardButtons }, (at, button) => {
    if (button.type !== "button") report(at, "must be a button");
    checkElement(report, at, button, { parent: "actions", surface });
  });
}

/** Checks a carousel: cards, and no more than ten. */
export function checkCarousel(
  report: ReportFault,
  pointer: string,
  { block, surface }: { readonly block: Json; readonly surface: Surface },
): void {
  checkEach(report, `${pointer}/elements`, { of: block.elements, max: LIMITS.carouselCards }, (at, card) => {
    if (card.type !== "card") report(at, "must be a card");
    checkCard(report, at, { block: card, surface });
  });
}

/** Checks a container but for what its blocks hold themselves, which `child` checks. */
export function checkContainer(
  report: ReportFault,
  pointer: string,
  { block, child }: { readonly block: Json; readonly child: (pointer: string, block: Json) => void },
): void {
  checkKeys(report, pointer, block, CONTAINER_KEYS);
  if (block.title === undefined && block.rich_text_title === undefined) {
    report(pointer, "must have title or rich_text_title");
  }
  if (block.title !== undefined) {
    checkText(report, `${pointer}/title`, block.title, { max: LIMITS.cardTitle, plain: true });
  }
  if (block.subtitle !== undefined) checkText(report, `${pointer}/subtitle`, block.subtitle, { max: LIMITS.cardTitle });
  checkPicture(report, `${pointer}/icon`, block.icon);
  if (block.default_collapsed === true && block.is_collapsible !== true) {
    report(`${pointer}/default_collapsed`, "requires is_collapsible");
  }
  const children = `${pointer}/child_blocks`;
  checkEach(report, children, { of: listOf(block.child_blocks), max: LIMITS.containerBlocks }, (at, inner) => {
    if (CHILDREN.has(String(inner.type))) child(at, inner);
    else report(at, `${String(inner.type)} is not allowed in container`);
  });
}

function checkPicture(report: ReportFault, pointer: string, image: unknown): void {
  if (image === undefined) return;
  if (isJson(image)) checkImage(report, pointer, image);
  else report(pointer, "must be an object");
}
