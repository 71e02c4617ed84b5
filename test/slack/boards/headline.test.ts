import type { LeaderboardSection } from "../../../src/digests/content/leaderboard";
import { METRICS } from "../../../src/metrics/metrics";
import { headline } from "../../../src/slack/boards/headline";
import { aRow, CALLS, EMAILS, posted } from "../../support/harness/digests/a-board";
import { lines } from "../../support/harness/slack-blocks";

const WHOLESALE = { type: "new_sales_wholesale", title: "Wholesale sales", unit: "dollars" } as const;

const BY_RESULT = { by: "value", metrics: METRICS.map(({ type }) => type) } as const;

describe("the headline of a board", () => {
  it("says on top who leads, by their first names where these are theirs alone, and who has just taken the lead", () => {
    const tied = { ...EMAILS, rows: [aRow(1, "Ana Torres", 9), aRow(1, "Ben Okafor", 9), aRow(1, "Ana Lund", 9)] };
    const risen = { ...CALLS, lastRanks: { "UAna Torres": 2 } };
    const said = (...sections: LeaderboardSection[]) =>
      lines(JSON.parse(JSON.stringify(posted({ sections }).blocks)))[0];

    expect(said(risen, EMAILS)).toBe("# Ana takes the lead in calls, 1,183 ahead of the next");
    expect(said(CALLS, tied)).toBe("# Ana Torres leads calls, 1,183 ahead of the next");
    expect(said(tied, CALLS)).toBe("# Ana Torres, Ben, and 1 more tie in emails");
    const sold = { ...EMAILS, ...WHOLESALE, rows: [aRow(1, "Cho", 4_850), aRow(2, "Dev", 900)] };
    expect(said({ ...sold, more: 1 }, CALLS, { ...EMAILS, more: 2 })).toBe(
      "# Cho leads wholesale, Ana leads calls and emails",
    );
    // What is not ranked in full below it is not what it is about.
    expect(said(sold, CALLS)).toBe("# Ana leads calls, 1,183 ahead of the next");
    expect(said({ ...EMAILS, rows: [aRow(1, "Dr. Ida Roy", 9), aRow(2, "B. Lee", 3)] })).toBe(
      "# Dr. Ida Roy leads emails, 6 ahead of B. Lee",
    );
  });

  it("says of nobody that they lead in what nobody else has a result in, by result and by percent, first, second or among others", () => {
    const of = (type: LeaderboardSection["type"], ...names: readonly string[]) => {
      const rows = names.map((name, at) => aRow(at + 1, name, 9 - at));
      return { ...CALLS, type, rows, more: 0 };
    };
    const said = (by: "share" | "value", ...sections: LeaderboardSection[]) =>
      headline({ sections, by, metrics: METRICS.map(({ type }) => type) }, { isOver: true });
    const sold = of("new_sales_wholesale", "Cho");
    const calls = of("phone_call_quantity", "Ana", "Cho");
    const emails = of("email_quantity", "Ana", "Ben");
    const talk = of("talk_time_minutes", "Ana");

    for (const by of ["value", "share"] as const) {
      expect(said(by, sold)).toBeNull();
      expect(said(by, sold, talk)).toBeNull();
      // First: what one alone has is no race, money or not.
      expect(said(by, sold, calls, { ...emails, type: "new_sales_distribution" })).toBe(
        "Ana led calls and distribution",
      );
      // Among the others that the same person leads.
      expect(said(by, emails, talk)).toMatch(
        by === "value" ? /^Ana led emails, \S+ ahead of Ben$/ : /^Ana led emails, \S+% to Ben's \S+%$/,
      );
      // Second: two metrics are led, not three.
      expect(
        said(by, of("new_sales_wholesale", "Cho", "Ana"), calls, talk, { ...emails, type: "new_sales_distribution" }),
      ).toBe("Cho led wholesale, Ana led calls and distribution");
    }
    expect(said("value", { ...sold, more: 2 }, calls)).toBe("Cho led wholesale");
  });

  it("names few enough of those who lead, and of what they lead in, for a heading", () => {
    const name = (letter: string) => `${letter.repeat(11)} ${letter.repeat(12)}`;
    const tied = Array.from({ length: 14 }, (_, at) => aRow(1, `${name("W")}${at % 2}`, 9));
    const sections = METRICS.map(({ type, title, unit }) => ({ ...CALLS, type, title, unit, rows: tied }));
    const led = sections.map((one) => ({ ...one, rows: [aRow(1, "Ana Torres", 9), aRow(2, "Ben Okafor", 3)] }));

    expect(headline({ sections, ...BY_RESULT }, { isOver: true })?.length).toBeLessThanOrEqual(150);
    expect(headline({ sections: led, ...BY_RESULT }, { isOver: false })).toBe(
      "Ana leads wholesale, distribution, and calls",
    );
    // Where none of the board's first metrics is ranked, it is about the lines of all others.
    expect(headline({ sections: led.slice(3, 8), ...BY_RESULT }, { isOver: true })).toMatch(
      /^Ana led [^,]+, [^,]+, [^,]+, and 2 more$/,
    );
  });

  it("says second who leads more metrics than whoever leads the first one, with ties, and nobody who leads as many", () => {
    const led = (...names: readonly (readonly string[])[]): LeaderboardSection[] =>
      names.map((first, at) => {
        const { type, title, unit } = METRICS[at] ?? WHOLESALE;
        return { ...CALLS, type, title, unit, rows: [...first.map((name) => aRow(1, name, 9)), aRow(9, "Zoe", 3)] };
      });
    const said = (sections: readonly LeaderboardSection[], late: readonly string[] = []) =>
      headline(
        { sections, ...BY_RESULT },
        { isOver: true, asOf: (type) => (late.includes(type) ? "Wed 3:06 PM PDT" : null) },
      );
    const [ana, ben, cho] = [["Ana"], ["Ben"], ["Cho"]];

    expect(said(led(ana, ben, ben, ben, ben, ana))).toBe("Ana led wholesale, Ben led distribution and calls");
    expect(said(led(ana, ben, ben, cho))).toBe("Ana led wholesale, Ben led distribution and calls");
    expect(said(led(ana, ben, ben, ana, cho))).toBe("Ana led wholesale, Ben led distribution and calls");
    expect(said(led(ana, ben, cho))).toBe("Ana led wholesale, $6 ahead of Zoe");
    expect(said(led(ana, ben, ben, cho, cho))).toBe("Ana led wholesale, Ben led distribution and calls");
    // Of the first three metrics alone, whose places stand below each other.
    expect(said(led(ana, ana, cho, ben, ben, ben))).toBe("Ana led wholesale and distribution");
    expect(said(led(ana, cho, ana, ana, ben))).toBe("Ana led wholesale and calls");
    expect(said(led(ana, [], [], ben, ben, ben, cho).slice(3))).toBe("Ben led talk time, emails, and fact finding");
    expect(said(led(ana, [], [], ana, ben, ben, cho, cho).slice(3))).toBe(
      "Ana led talk time, Ben and Cho led 2 other metrics each",
    );
    const [first, , , ...rest] = led(ana, [], [], ben, ben, cho, cho);
    expect(said(first === undefined ? [] : [first, ...rest])).toBe("Ana led wholesale, $6 ahead of Zoe");
    expect(said(led(["Ana", "Ben"], ben, ben, ben))).toBe(
      "Ana and Ben tied in wholesale, Ben led distribution and calls",
    );
    expect(said(led(ana, ["Ben", "Cho"], ["Cho", "Ben"], ["Ben", "Cho"]))).toBe(
      "Ana led wholesale, Ben and Cho tied in distribution and calls",
    );
    // What was read less far is not counted with what was read to its end.
    expect(said(led(ana, ben, ben, ben), ["phone_call_quantity"])).toBe("Ana led wholesale, $6 ahead of Zoe");
    expect(said(led(ana, ben, ben, ben), ["new_sales_wholesale"])).toBe(
      "Ana led wholesale as of Wed 3:06 PM PDT, Ben led distribution and calls",
    );
    const risen = led(ana, ben, ben).map((one) => ({ ...one, ranks: new Map([["UBen", 1]]), lastRanks: { UBen: 2 } }));
    expect(headline({ sections: risen, ...BY_RESULT }, { isOver: false })).toBe(
      "Ana leads wholesale, Ben leads distribution and calls",
    );
  });

  it("says as of when somebody leads in what was not read to its end, apart from what was", () => {
    const rows = [aRow(1, "Ana Torres", 4_850), aRow(2, "Ben Okafor", 4_705)];
    const sections = [{ ...EMAILS, ...WHOLESALE, rows, more: 1 }, CALLS];
    const read = (isOver: boolean, ...late: readonly string[]) =>
      headline(
        { sections, ...BY_RESULT },
        { isOver, asOf: (type) => (late.includes(type) ? "Wed 3:06 PM PDT" : null) },
      );

    expect(read(false, "new_sales_wholesale")).toBe("Ana leads wholesale as of Wed 3:06 PM PDT, $145 ahead of Ben");
    expect(read(true, "new_sales_wholesale")).toBe("Ana led wholesale as of Wed 3:06 PM PDT, $145 ahead of Ben");
    expect(read(false)).toBe("Ana leads wholesale and calls");
    expect(read(false, "new_sales_wholesale", "phone_call_quantity")).toBe(
      "Ana leads wholesale and calls as of Wed 3:06 PM PDT",
    );
  });

  it("says by how much somebody leads as both results are shown, and just where these look the same", () => {
    const lead = (by: "share" | "value", unit: LeaderboardSection["unit"], first: number, second: number) => {
      const rows = [aRow(1, "Ana", first), aRow(2, "Ben", second)];
      return headline({ sections: [{ ...CALLS, unit, rows, more: 0 }], by, metrics: [CALLS.type] }, { isOver: false });
    };

    expect(lead("share", "count", 1.004, 0.996)).toBe("Ana leads calls, 100% to Ben's 99%");
    const rows = [aRow(1, "Ana", 1.33), aRow(2, "Ben", 0.75), aRow(2, "Cho", 0.75)];
    const tied = { sections: [{ ...CALLS, rows, more: 0 }], by: "share", metrics: [CALLS.type] } as const;
    expect(headline(tied, { isOver: false })).toBe("Ana leads calls, 133% to the next ones' 75%");
    expect(lead("share", "count", 0.502, 0.501)).toBe("Ana leads calls, just ahead of Ben");
    expect(lead("value", "minutes", 0.9, 0.5)).toBe("Ana leads calls, 24s ahead of Ben");
    expect(lead("value", "dollars", 28.999999999999996, 28.5)).toBe("Ana leads calls, $1 ahead of Ben");
    expect(lead("value", "dollars", 28.6, 28.5)).toBe("Ana leads calls, just ahead of Ben");
  });
});
