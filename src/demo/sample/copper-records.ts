import type { Activity, CopperRecords, CopperUser } from "../copper/account";
import { CONTACTS } from "./contacts";
import { type ActivityWithoutId, activityWith } from "./copper-activities";
import { copperCalls, TRADE_SHOW } from "./copper-calls";
import { copperDeals, PIPELINES } from "./copper-deals";
import { copperMails } from "./copper-mails";
import { nth, teamTime } from "./dates";
import { ADMIN, REPS } from "./team";

const FIRST_ID = 3_061_844_454;

/** All of the sample's records in Copper. */
export function copperRecords(): CopperRecords {
  return { users: USERS, activities: numbered(), opportunities: copperDeals(), pipelines: PIPELINES };
}

const USERS: readonly CopperUser[] = [
  { id: REPS.ana.copper, name: "Ana Torres", email: REPS.ana.copperEmail },
  { id: REPS.ben.copper, name: "Ben Okafor", email: REPS.ben.copperEmail },
  { id: REPS.chloe.copper, name: "Chloé Martin", email: REPS.chloe.copperEmail },
  { id: REPS.dev.copper, name: "Dev Patel", email: REPS.dev.copperEmail },
  { id: REPS.maya.copper, name: "Maya Brooks", email: REPS.maya.copperEmail },
  { id: ADMIN.copper, name: "Alex Kim", email: ADMIN.email },
  { id: TRADE_SHOW, name: "Trade Show", email: "tradeshow@acme.com" },
];

function numbered(): readonly Activity[] {
  const activities = [...copperMails(), ...copperCalls(), ...others()];
  activities.sort((a, b) => a.activity_date - b.activity_date);
  return activities.map((activity, index) => ({ id: FIRST_ID + index, ...activity }));
}

/** Activities of types that no metric counts. */
function others(): readonly ActivityWithoutId[] {
  const meeting = { id: 2160511, category: "user" } as const;
  const changed = { id: 1, category: "system" } as const;
  return [
    activityWith(nth(CONTACTS, 0), {
      at: teamTime("10-09", "15:00:00"),
      type: meeting,
      user_id: REPS.ana.copper,
      details: "12:34",
    }),
    activityWith(nth(CONTACTS, 1), {
      at: teamTime("10-12", "15:00:00"),
      type: changed,
      user_id: REPS.ben.copper,
      details: null,
    }),
  ];
}
