import { type Act, may } from "../people/rights";
import type { SlackNeeds } from "./needs";

/** Whether somebody may do what they ask for, whatever page they were shown; a no is logged. */
export async function mayNow(
  needs: Pick<SlackNeeds, "role" | "log">,
  { userId, act, doing }: { userId: string; act: Act; doing: string },
): Promise<boolean> {
  const role = await needs.role(userId);
  if (may({ userId, role }, act)) return true;
  needs.log.info({ userId, role, doing }, "Refused what others may do");
  return false;
}
