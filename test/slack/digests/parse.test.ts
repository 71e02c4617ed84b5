import { parseDigest } from "../../../src/slack/digests/parse";

describe("the words behind /goals digest", () => {
  it.each([
    ["digest", { kind: "next" }],
    ["digest preview", { kind: "preview" }],
    ["Digest “OFF”", { kind: "off" }],
    ["digest on", { kind: "on" }],
    ["digest at 7:30", { kind: "at", time: "07:30" }],
    ["digest at 7am", { kind: "at", time: "07:00" }],
    ["digest at 7", { kind: "at", time: "07:00" }],
    ["digest at 7.30 PM", { kind: "at", time: "19:30" }],
    ["digest at 6:05 p.m.", { kind: "at", time: "18:05" }],
    ["digest at 12am", { kind: "at", time: "00:00" }],
    ["digest at 12 pm", { kind: "at", time: "12:00" }],
    ["digest at noon", { kind: "at", time: "12:00" }],
    ["digest 8:15am", { kind: "at", time: "08:15" }],
    ["digest snooze 3d", { kind: "snooze", days: 3 }],
    ["digest snooze for 2 days", { kind: "snooze", days: 2 }],
    ["digest snooze 1 week", { kind: "snooze", days: 7 }],
    ["digest snooze off", { kind: "unsnooze" }],
    ["digest unsnooze", { kind: "unsnooze" }],
    ["digest snooze 10 days", { kind: "snooze", days: 10 }],
  ])("%s", (text, expected) => {
    expect(parseDigest(text)).toEqual(expected);
  });

  it.each(["digest snooze", "digest snooze 0d", "digest snooze 61d", "digest snooze for ever"])(
    "%s is asked for how many days",
    (text) => {
      expect(parseDigest(text)).toEqual({
        kind: "fault",
        fault: "For how many days, 1 to 60? For example `/goals digest snooze 3d`.",
      });
    },
  );

  it.each(["digest at", "digest at 25:00", "digest at 13pm", "digest at 7:75", "digest at breakfast"])(
    "%s is asked for a time of day",
    (text) => {
      expect(parseDigest(text)).toEqual({ kind: "fault", fault: "Enter a time: `/goals digest at 7:30am`." });
    },
  );

  it("says what may have been meant as it is typed behind /goals", () => {
    expect(parseDigest("digest prevew")).toEqual({
      kind: "fault",
      fault: "I don't know “prevew”. Did you mean `/goals digest preview`?",
      near: "digest preview",
    });
  });

  it("quotes what it does not understand, harmlessly", () => {
    expect(parseDigest("digest <!channel>")).toEqual({
      kind: "fault",
      fault: "I don't know “&lt;!channel&gt;”.",
    });
  });
});
