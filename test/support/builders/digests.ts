import type { Digest } from "../../../src/digests/content/digest";
import { day } from "../../../src/time/day";
import { CALLS, SALES } from "./overviews";

/** A digest of Thu, Oct 29, 2026. */
export const aDigest = (fields: Partial<Digest> = {}): Digest => ({
  day: day("2026-10-29"),
  yesterday: {
    ...{ from: day("2026-10-28"), to: day("2026-10-28") },
    figures: [
      { type: "phone_call_quantity", value: 1234 },
      { type: "new_sales_wholesale", value: 9120.5 },
    ],
  },
  goals: [CALLS, SALES],
  praise: [],
  corrections: [],
  recaps: [],
  reported: [],
  ended: false,
  settled: [],
  soFar: null,
  zone: { zone: "America/New_York", own: true },
  ...fields,
});
