import { zoneDays } from "../../time/day";
import { fishbowlExport } from "../sample/fishbowl-export";
import type { Reply } from "../slack/http/exchange";
import type { StageState } from "../stage/stage";

/** An export of Fishbowl's to save and to drop, as it would be today by the demo's clock. */
export function sampleFile({ now, zone }: Pick<StageState, "now" | "zone">): Reply {
  const { name, text } = fishbowlExport(zoneDays(zone).dayOf(new Date(now)));
  const headers = {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": `attachment; filename="${name}"`,
  };
  return { status: 200, headers, body: text };
}
