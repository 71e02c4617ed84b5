import { isJson, objectsOf } from "../json";
import { blockFaults } from "./blocks";
import { checkKeys, checkString, checkText, type ReportFault } from "./check";
import { LIMITS } from "./limits";

const KEYS = ["type", "blocks", "private_metadata", "callback_id", "external_id", "title", "close", "submit"];
const MODAL_KEYS = ["clear_on_close", "notify_on_close", "submit_disabled"];

/** Lists what Slack would refuse about this view as a Home or as a modal; empty if it accepts it. */
export function viewFaults(view: unknown, surface: "modal" | "home"): string[] {
  if (!isJson(view)) return ["must be an object [json-pointer:/view]"];
  const faults: string[] = [];
  const report: ReportFault = (pointer, fault) => {
    faults.push(`${fault} [json-pointer:/view${pointer}]`);
  };
  checkKeys(report, "", view, surface === "modal" ? [...KEYS, ...MODAL_KEYS] : KEYS);
  if (view.type !== surface) report("/type", `must be ${surface}`);
  if (surface === "modal" && view.title === undefined) report("/title", "is required");
  for (const field of ["title", "submit", "close"]) {
    if (view[field] !== undefined) {
      checkText(report, `/${field}`, view[field], { max: LIMITS.viewTitle, plain: true });
    }
  }
  for (const field of ["callback_id", "external_id"]) {
    if (view[field] !== undefined) checkString(report, `/${field}`, view[field], { max: LIMITS.id });
  }
  if (view.private_metadata !== undefined) {
    checkString(report, "/private_metadata", view.private_metadata, { max: LIMITS.privateMetadata });
  }
  if (surface === "modal" && view.submit === undefined && hasInput(view.blocks)) {
    report("/submit", "is required when the view has an input");
  }
  if (new TextEncoder().encode(JSON.stringify(view)).length > LIMITS.viewBytes)
    report("", `view_too_large: more than ${LIMITS.viewBytes} bytes`);
  if (!Array.isArray(view.blocks)) report("/blocks", "must be an array");
  else faults.push(...blockFaults(view.blocks, surface).map((fault) => fault.replace("pointer:", "pointer:/view")));
  return faults;
}

function hasInput(blocks: unknown): boolean {
  return objectsOf(blocks).some((block) => block.type === "input");
}
