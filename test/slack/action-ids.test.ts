import { LISTENERS } from "../../src/slack/listeners";
import { code, files } from "../support/source-files";

const heard = Object.keys({ ...LISTENERS.actions, ...LISTENERS.goals, ...LISTENERS.home });

describe("an action id", () => {
  it("is listened to wherever a view uses it", () => {
    const slack = files.filter((file) => file.startsWith("slack/")).map(code);
    const constants = new Map(
      slack.flatMap((text) =>
        [...text.matchAll(/const ([A-Z][A-Z_]+)(?:: \w+)? = "(\w+)"/g)].map(
          ([, name = "", id = ""]) => [name, id] as const,
        ),
      ),
    );
    const used = slack.flatMap((text) =>
      [...text.matchAll(/(?:\bbutton\(\s*|\b(?:action_id|action|previous|next): )([A-Z][A-Z_]+)\b/g)].map(
        ([, name = ""]) => constants.get(name) ?? name,
      ),
    );

    expect(new Set(used).size).toBeGreaterThan(20);
    expect([...new Set(used)].filter((id) => !heard.includes(id))).toEqual([]);
  });
});
