import { parseDigest } from "../../../src/slack/digests/command";

describe("the words behind /goals digest", () => {
  it.each([
    ["digest", { kind: "next" }],
    ["digest preview", { kind: "preview" }],
    ["Digest “OFF”", { kind: "off" }],
    ["digest on", { kind: "on" }],
    ["digest at 7:30", { kind: "at", time: "07:30" }],
    ["digest snooze 3d", { kind: "snooze", days: 3 }],
    ["digest snooze 10 days", { kind: "snooze", days: 10 }],
  ])("%s", (text, expected) => {
    expect(parseDigest(text)).toEqual(expected);
  });

  it.each(["digest snooze", "digest snooze 0d", "digest snooze 61d", "digest snooze for ever"])(
    "%s is asked for how many days",
    (text) => {
      expect(parseDigest(text)).toEqual({
        kind: "fault",
        fault: "Say for how many days, 1 to 60: `/goals digest snooze 3d`.",
      });
    },
  );

  it("quotes what it does not understand, harmlessly", () => {
    expect(parseDigest("digest <!channel>")).toEqual({
      kind: "fault",
      fault: "I do not understand “&lt;!channel&gt;”.",
    });
  });
});
