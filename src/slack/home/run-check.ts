import { RUN_CHECK } from "../views/home/admin-health";
import { MY_PAGE } from "./place";
import { guarded } from "./presses";

const HEALTH = { ...MY_PAGE, tab: "admin", part: "health" } as const;

/** "Run the check": the page says so at once, and shows what was found when it is there, to every admin who looks on. */
export const runCheck = guarded(
  { doing: RUN_CHECK, act: () => ({ does: "see-health" }) },
  async ({ homes }, { press: { userId } }) => {
    // After a restart the button is pressed on a page that this process has not drawn.
    homes.noteOpened(userId);
    homes.lookAt(userId, HEALTH);
    const over = homes.health.begin(userId);
    await homes.refreshPart("health");
    if (over === null) return;
    await over;
    await homes.refreshPart("health");
  },
);
