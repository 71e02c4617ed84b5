import { addDays, isZone, zoneDays } from "../../time/day";
import type { SlackDeps } from "../deps";
import { modalAction } from "../middleware/authorized-actions";
import { fieldValue } from "../middleware/form-values";
import { CLOSE, fieldError, type SubmissionResult, viewSubmission } from "../middleware/submissions";
import { notice } from "../ui/modal";
import { zoneCheck, zoneForm } from "./views/zone-forms";

const act = () => ({ does: "edit-settings" }) as const;
const CONFIGURED = "Whoever runs Paceline sets the team's time zone in `TEAM_TIMEZONE`.";

/** Names that people look for, and some versions of Node list under older ones alone. */
const NEWER_NAMES = ["Asia/Kolkata", "Asia/Kathmandu", "Asia/Ho_Chi_Minh", "Asia/Yangon", "Europe/Kyiv", "UTC"].filter(
  isZone,
);

/** "Change" beside the time zone. */
export const setZone = modalAction({ doing: "set_zone", act }, async ({ deps }) => {
  if (deps.teamZone.configured) return notice("Time zone", CONFIGURED);
  const chosen = (await deps.teamZone.chosen()) ?? deps.days.zone;
  return zoneForm([...new Set([...Intl.supportedValuesOf("timeZone"), ...NEWER_NAMES, chosen])], chosen);
});

/** The zone that was picked: what it moves is shown before it is saved. */
export const zoneSubmission = viewSubmission({ doing: "zone_form", act }, async ({ deps }, { form }) => {
  const zone = fieldValue(form, "zone");
  if (zone === null || !isZone(zone)) return fieldError("zone", "Pick a city.");
  if (zone === deps.days.zone) return setTo(zone, deps);
  const after = zoneDays(zone);
  const [span, facts] = await Promise.all([deps.teamZone.span(after), deps.teamZone.facts()]);
  const moved = span === null ? null : { from: addDays(span.from, -1), to: addDays(span.to, 1) };
  return { kind: "next", view: zoneCheck({ before: deps.days, after, now: deps.now(), moved, facts }) };
});

/** Saves the zone that was shown. */
export const zoneCheckSubmission = viewSubmission(
  { doing: "zone_check", act },
  async ({ deps }, { userId: by, form }) => {
    const zone = form.private_metadata;
    if (!isZone(zone)) throw new RangeError(`${JSON.stringify(zone.slice(0, 80))} is no time zone`);
    deps.log.info({ by, zone }, "The team's time zone was set, from the next start on");
    return setTo(zone, deps);
  },
);

async function setTo(zone: string, { teamZone }: Pick<SlackDeps, "teamZone">): Promise<SubmissionResult> {
  if (teamZone.configured) return { kind: "next", view: notice("Time zone", CONFIGURED) };
  await teamZone.set(zone);
  return CLOSE;
}
