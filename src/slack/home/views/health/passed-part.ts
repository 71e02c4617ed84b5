import type { Button, KnownBlock } from "@slack/types";
import type { Finding } from "../../../../doctor/finding";
import { button, context, section, sections } from "../../../ui/blocks";
import { counted } from "../../../ui/text";
import { encodeLocation } from "../../payload";
import { HEALTH_DETAILS } from "../layout";
import { AREAS, type Area, areaOf, areaTitle, fitting, moreChecks } from "./area";

const MAX_LISTED = 40;
const MAX_LENGTH = 400;

/** How many checks passed of the places without a problem, with the button that lists them by what they are about; nothing where none did. */
export function passedPart(
  findings: readonly Finding[],
  { details, broken }: { readonly details: boolean; readonly broken: ReadonlySet<Area> },
): readonly KnownBlock[] {
  const passed = findings.filter((one) => one.state === "ok" && !broken.has(areaOf(one)));
  if (passed.length === 0) return [];
  const areas = AREAS.flatMap((area) => {
    const of = passed.filter((one) => areaOf(one) === area);
    return of.length === 0 ? [] : [{ area, of }];
  });
  const sum = `✅ *${counted(passed.length, "check")} passed*`;
  if (!details) return [{ ...section(sum), accessory: detailsButton(true) }];
  const shown = new Set(areas.flatMap(({ of }) => of).slice(0, MAX_LISTED));
  return [
    { ...section(sum), accessory: detailsButton(false) },
    ...areas.flatMap(({ area, of }) => areaPart(area, { of, shown })),
    ...moreChecks(passed.length - shown.size),
  ];
}

function areaPart(
  area: Area,
  { of, shown }: { readonly of: readonly Finding[]; readonly shown: ReadonlySet<Finding> },
): readonly KnownBlock[] {
  const lines = of.filter((one) => shown.has(one)).map(({ says }) => `• ${fitting(says, MAX_LENGTH)}`);
  return [
    section(`✅ *${areaTitle(area)}*: ${counted(of.length, "check")}`),
    // What is well is small print.
    ...sections(lines).flatMap((block) => (block.text === undefined ? [] : [context(block.text.text)])),
  ];
}

function detailsButton(details: boolean): Button {
  const value = encodeLocation({ tab: "admin", part: "health", details });
  return button(HEALTH_DETAILS, details ? "Show details" : "Hide details", { value });
}
