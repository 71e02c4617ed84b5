import { eventually } from "../../support/built";
import { type DemoRig, demoRig } from "../../support/demo-rig";

export interface StageRig extends DemoRig {
  /** Somebody types /sync; resolves to the report's blocks as text when it has come to an end. */
  sync(user: string): Promise<string>;
}

export async function stageRig(): Promise<StageRig> {
  const rig = await demoRig();
  const { slack } = rig.demo.farEnds;
  const sync = async (user: string) => {
    const before = slack.allMessages().length;
    await slack.command({ user, text: "/sync" });
    const report = await eventually(() =>
      slack
        .allMessages()
        .slice(before)
        .find(({ to, text }) => to === undefined && /^\W*Synced/.test(text)),
    );
    await rig.idle();
    return JSON.stringify(report.blocks);
  };
  return { ...rig, sync };
}
