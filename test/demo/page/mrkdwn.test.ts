import type { Piece } from "../../../src/demo/page/mrkdwn/pieces";
import { withEmoji } from "../../../src/demo/page/mrkdwn/text";
import { mrkdwnTree } from "../../../src/demo/page/mrkdwn/tree";

const read = (source: string) => mrkdwnTree(source, { verbatim: true });
const text = (words: string): Piece => ({ kind: "text", text: words });

describe("mrkdwnTree", () => {
  it("reads bold, italic, struck and code, one in the other", () => {
    expect(read("*a _b_* ~c~ `d*e*`")).toEqual([
      { kind: "bold", children: [text("a "), { kind: "italic", children: [text("b")] }] },
      text(" "),
      { kind: "strike", children: [text("c")] },
      text(" "),
      { kind: "code", text: "d*e*" },
    ]);
  });

  it.each([":", ";", "'", '"', "/", ",", "."])("ends code before %s, as Slack does", (next) => {
    expect(read(`• \`/goals\`${next} yours`)).toEqual([
      text("• "),
      { kind: "code", text: "/goals" },
      text(`${next} yours`),
    ]);
  });

  it.each(["2*3*4", "snake_case_name", "a * b * c"])("leaves %s as it is", (source) => {
    expect(read(source)).toEqual([text(source)]);
  });

  it("shows what Slack escapes as it is meant, each once", () => {
    expect(read("&lt;b&gt; &amp;amp; `&lt;i&gt;`")).toEqual([text("<b> &amp; "), { kind: "code", text: "<i>" }]);
  });

  it.each(["<script>", "<javascript:alert(1)|press>", "<file:///etc/passwd>", "<data:text/html,x>"])(
    "makes no link of %s, but shows it",
    (source) => {
      expect(read(source)).toEqual([text(source)]);
    },
  );

  it("makes links of addresses of the web, of mail and of telephones", () => {
    expect(read("<https://a.example/?x=1&amp;y=2|*All* calls>")).toEqual([
      {
        kind: "link",
        url: "https://a.example/?x=1&y=2",
        children: [{ kind: "bold", children: [text("All")] }, text(" calls")],
      },
    ]);
    expect(read("<mailto:ana@acme.example>")).toMatchObject([{ kind: "link", url: "mailto:ana@acme.example" }]);
  });

  it("makes links of bare addresses unless it is told to take the text to the letter", () => {
    const source = "see https://a.example/b_c.";

    expect(mrkdwnTree(source, { verbatim: false })).toEqual([
      text("see "),
      { kind: "link", url: "https://a.example/b_c", children: [text("https://a.example/b_c")] },
      text("."),
    ]);
    expect(read(source)).toEqual([text(source)]);
  });

  it("shows the source of pictures that have no name, as of times", () => {
    expect(read("10:30:00 :tada: :nope:")).toEqual([
      text("10"),
      text(":30:"),
      text("00 "),
      { kind: "emoji", name: "tada", text: "🎉" },
      text(" "),
      text(":nope:"),
    ]);
  });

  it("reads people, channels, everybody and dates", () => {
    expect(read("<@U1> <#C1|sales> <!here> <!date^1761680700^{date_short}|Oct 28> <!subteam^S1>")).toEqual([
      { kind: "user", id: "U1", label: null },
      text(" "),
      { kind: "channel", id: "C1", label: "sales" },
      text(" "),
      { kind: "broadcast", text: "@here" },
      text(" "),
      { kind: "date", seconds: 1_761_680_700, format: "{date_short}", fallback: "Oct 28" },
      text(" "),
      text("<!subteam^S1>"),
    ]);
  });

  it.each(["> one\n> two\nafter", "&gt; one\n&gt; two\nafter"])(
    "takes lines that begin with a mark for a quote: %j",
    (source) => {
      expect(read(source)).toEqual([{ kind: "quote", children: [text("one\n"), text("two")] }, text("after")]);
    },
  );

  it("keeps code over several lines to the letter", () => {
    expect(read("```\n*a*\n&lt;b&gt;\n``` more")).toEqual([{ kind: "pre", text: "*a*\n<b>" }, text(" more")]);
  });
});

it("puts pictures into plain text where a name has one", () => {
  expect(withEmoji("Done :+1: :us: at 10:30:00 :constructor: ::")).toBe("Done 👍 🇺🇸 at 10:30:00 :constructor: ::");
});
