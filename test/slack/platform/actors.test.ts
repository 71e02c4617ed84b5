import type { Actor } from "../../../src/people/permissions";
import { askedOnce } from "../../../src/slack/platform/actors";
import { unusedDeps } from "../../support/fakes/unused-deps";
import { slackHarness } from "../../support/harness/slack";

describe("who acts, to the steps of one command", () => {
  const scripted = () => {
    const asked: string[] = [];
    let at = 0;
    let failing = false;
    const lookup = async (userId: string): Promise<Actor> => {
      asked.push(userId);
      if (failing) throw new Error("Nobody can say");
      return { userId, role: asked.length === 1 ? "manager" : "rep" };
    };
    return {
      asked,
      actor: askedOnce(lookup, () => at),
      pass: (ms: number) => {
        at += ms;
      },
      fail: (is: boolean) => {
        failing = is;
      },
    };
  };

  it("is asked once of each person, however many steps ask within a second", async () => {
    const { actor, asked, pass } = scripted();
    const roles = [await actor("U0ANA"), ...(await Promise.all([actor("U0ANA"), actor("U0BEN")]))].map(
      ({ role }) => role,
    );
    pass(999);

    expect([...roles, (await actor("U0ANA")).role]).toEqual(["manager", "manager", "rep", "manager"]);
    expect(asked).toEqual(["U0ANA", "U0BEN"]);
  });

  it("is asked again a second later, when a right may be lost", async () => {
    const { actor, pass } = scripted();
    const before = await actor("U0ANA");
    pass(1_000);

    expect([before.role, (await actor("U0ANA")).role]).toEqual(["manager", "rep"]);
  });

  it("is asked again after it could not be said", async () => {
    const { actor, fail } = scripted();
    fail(true);
    await expect(actor("U0ANA")).rejects.toThrow("Nobody can say");
    fail(false);

    expect(await actor("U0ANA")).toEqual({ userId: "U0ANA", role: "rep" });
  });

  it("costs a command one look at the teams", async () => {
    let looks = 0;
    const all = async () => {
      looks += 1;
      return [];
    };
    const harness = await slackHarness({ deps: { teams: { ...unusedDeps().teams, all } } });
    await harness.command("U0ANA", "/goals", "");
    await harness.app.idle();
    await harness.close();

    expect(harness.responses()).toHaveLength(1);
    expect(looks).toBe(1);
  });
});
