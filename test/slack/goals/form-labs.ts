import { saveFigures } from "../../support/builders/goals";
import { closedAfterEach } from "../../support/env/closed-after-each";
import { testDatabase } from "../../support/env/database";
import { eventually } from "../../support/wait";
import { goalsLab, TODAY } from "../goals-lab";

/** What a button carries that is about Ben's goal. */
export const BENS = '{"userId":"U0BEN","type":"email_quantity","period":"daily"}';
/** What makes Ben's goal of 20 e-mails a day. */
export const GOOD = {
  whose: { whose: "U0BEN" },
  metric: { metric: "email_quantity" },
  period: { period: "daily" },
  target: { target: "20" },
};

/** Opens labs in which Ben has 12 e-mails today. Call it where `describe` is called. */
export function formLabs() {
  const test = testDatabase();
  const closed = closedAfterEach();
  return async () => {
    const lab = closed(await goalsLab(test));
    const figures = [{ userId: "U0BEN", type: "email_quantity" as const, before: 0, value: 12 }];
    await saveFigures(test.db, { today: TODAY, figures });
    return {
      ...lab,
      openForm: async () => {
        await lab.command("U0MAX", "/goals", "set");
        await lab.modalTitled("U0MAX", "Set a goal");
        await eventually(() => lab.calls("views.update").length > 0);
      },
      /** Max hands the open form in. */
      submit: (entries: Parameters<typeof lab.slack.submitView>[0]["entries"] = {}) =>
        lab.slack.submitView({ user: "U0MAX", entries }),
    };
  };
}
