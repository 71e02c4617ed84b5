import { CHANNEL, postedBoards } from "../../support/harness/digests/posted-boards";
import { eventually } from "../../support/wait";

describe("a leaderboard that is posted by hand", () => {
  const open = postedBoards();

  it("is offered below the private board with a confirmation that says where, to how many, and what follows", async () => {
    const { goalsSay, button, says } = await open();

    await goalsSay("U0MAX", "board");

    expect(button()).toMatchObject({
      text: { text: "Post in #sales" },
      confirm: {
        title: { text: "Post in #sales?" },
        text: {
          text: "4 people in the channel see the board through Tue, Oct 27. It counts as today's. The next one is due Thu, Oct 29, 8:00 AM EDT.",
        },
        confirm: { text: "Post" },
      },
    });
    expect(says()).toContain("Posted in <#C0SALES> on workdays at 8:00 AM.");
  });

  it("is posted once, recorded with who posted it, and said to be posted with its address", async () => {
    const harness = await open();
    await harness.goalsSay("U0MAX", "board");

    await harness.pressPost();

    const [message] = harness.posted();
    expect(harness.posted()).toHaveLength(1);
    expect(JSON.stringify(message?.blocks)).toMatch(/West's leaderboard.*Posted by Max Weber/);
    expect(await harness.rows()).toMatchObject([
      { _id: "board:west:C0SALES:2026-10-28", state: "sent", postedBy: "U0MAX", attempt: 1, ts: message?.ts },
    ]);
    expect(harness.says()).toMatch(
      /✅ Posted in <#C0SALES> at <!date\^\d+\^\{time\}\|5:0\d PM EDT>\. <https:\/\/lab\.slack\.com\/archives\/C0SALES\/p\d+\|View it>/,
    );
    expect(harness.button()).toBeUndefined();
    const logged = harness.entries.at("info").find(({ message: said }) => said === "A leaderboard was posted by hand");
    expect(logged?.fields).toMatchObject({ by: "U0MAX", teamId: "west", state: "sent" });
  });

  it("is one message when its button is pressed twice at once, again later, and by another manager meanwhile", async () => {
    const harness = await open();
    await harness.goalsSay("U0MAX", "board");
    const pressed = { actionId: "board_publish", value: harness.button()?.value ?? "" };

    await Promise.all([harness.pressOnly(), harness.pressOnly(), harness.pressForged("U0NEW", pressed)]);
    await harness.app.idle();
    await harness.pressForged("U0MAX", pressed);
    await harness.app.idle();

    expect(harness.posted()).toHaveLength(1);
    expect(await harness.rows()).toHaveLength(1);
    const answers = harness.responses().filter((body) => JSON.stringify(body).includes("✅ Posted in"));
    expect(answers).toHaveLength(4);
  });

  it("is posted a second time only by the button that asks for that, once it has changed", async () => {
    const harness = await open();
    await harness.goalsSay("U0MAX", "board");
    await harness.pressPost();
    await harness.findCalls(3);
    await harness.goalsSay("U0MAX", "board");
    expect(harness.says()).toMatch(/✅ Posted in <#C0SALES> at [^.]+; its figures have changed since\. </);
    const asks =
      /^New figures since 5:0\d PM EDT: Ana Torres 3 calls \(not shown then\)\. 4 people get a second message\. The next one is due Thu, Oct 29, /;
    expect(harness.button()).toMatchObject({ confirm: { text: { text: expect.stringMatching(asks) } } });

    await harness.pressPost();

    expect(harness.posted()).toHaveLength(2);
    const [first, second] = harness.posted().map(({ blocks }) => JSON.stringify(blocks));
    expect(first).not.toContain("again");
    expect(second?.toLowerCase()).toContain(
      "posted again by max weber with new figures: ana torres 3 calls (not shown then)",
    );
    expect((await harness.rows()).map(({ _id, state }) => [_id, state])).toEqual([
      ["board:west:C0SALES:2026-10-28", "sent"],
      ["board:west:C0SALES:2026-10-28:again:1", "sent"],
    ]);
  });

  it("stands for today's where that is still ahead: the schedule posts no second one", async () => {
    const harness = await open({ board: { at: "20:00" } });
    await harness.goalsSay("U0MAX", "board");
    const asks =
      "It counts as today's: nothing is posted at 8:00 PM EDT. The next one is due Thu, Oct 29, 8:00 PM EDT.";
    expect(harness.button()).toMatchObject({ confirm: { text: { text: expect.stringContaining(asks) } } });

    await harness.pressPost();
    await harness.tick(new Date("2026-10-29T00:01:00Z"));

    expect(harness.posted()).toHaveLength(1);
  });

  it("is posted of a board whose schedule is off, which says so and stays off", async () => {
    const harness = await open({ board: { on: false } });
    await harness.goalsSay("U0MAX", "board");
    expect(harness.says()).toContain("Its schedule is off: it's in <#C0SALES> only when you post it.");

    await harness.pressPost();
    await harness.tick(new Date("2026-10-29T12:01:00Z"));

    expect(harness.posted()).toHaveLength(1);
  });

  it("is offered once where it was asked for in its own channel, and in another beside showing it there", async () => {
    const harness = await open();
    const askThere = async () => {
      const before = harness.shownIn(CHANNEL, "U0MAX").length;
      await harness.commandInChannel("U0MAX", "/goals", "board");
      const found = await eventually(() => harness.shownIn(CHANNEL, "U0MAX").slice(before).at(-1));
      // Of a button, and of the title of its confirmation.
      return JSON.stringify(found.blocks).match(/Post in #\w+|Post in its channel/g);
    };

    expect(await askThere()).toEqual(["Post in #sales", "Post in #sales"]);
    await harness.teams.updateOne({ _id: "west" }, { $set: { channel: "C0OTHER" } });
    expect(await askThere()).toEqual(["Post in its channel", "Post in its channel", "Post in #sales"]);
  });

  it("shows whoever presses See my place theirs, to them alone below it, and a guest nothing of it", async () => {
    const harness = await open({ board: { topN: 1 } });
    await harness.findCalls(3);
    await harness.joinWest("U0BEN", { calls: 1 });
    await harness.goalsSay("U0MAX", "board");
    await harness.pressPost();
    const [{ ts = "" } = {}] = harness.posted();
    const answered = async (press: Promise<unknown>) => {
      const before = harness.responses().length;
      await press;
      return eventually(() => harness.responses()[before]);
    };
    const from = { channel: CHANNEL, messageTs: ts };

    const own = await answered(harness.slack.action({ user: "U0BEN", from, actionId: "board_place" }));
    const guest = await answered(harness.pressForged("U0GUEST", { actionId: "board_place", value: "west" }));

    const privately = { response_type: "ephemeral", replace_original: false };
    for (const answer of [own, guest]) expect(answer).toMatchObject(privately);
    expect(JSON.stringify(own)).toContain("You're 2nd of 2 in calls, 2 behind Ana Torres");
    expect(JSON.stringify(guest)).not.toContain("Ana");
    expect(harness.posted()).toHaveLength(1);
    expect(JSON.stringify(harness.posted())).not.toContain("2nd of 2");
  });

  it.each([
    ["the app may not ask for them", { reads: false }, []],
    ["Slack takes its time with them", {}, [{ method: "conversations.info", outcome: { hangMs: 4_000 } }]],
  ])("names no channel and no number where %s", async (_name, options, faults) => {
    const { goalsSay, button, slack } = await open(options);
    slack.faults.push(...faults);

    await goalsSay("U0MAX", "board");

    const text = { text: expect.stringMatching(/^Everyone in the channel sees/) };
    expect(button()).toMatchObject({
      text: { text: "Post in its channel" },
      confirm: { title: { text: "Post in its channel?" }, text },
    });
  });
});
