import { numberEnding, recordName } from "../../src/metrics/record-name";

const named = (...values: readonly unknown[]) => recordName(...values).name;

describe("a record's name", () => {
  it.each([
    ["Cara Bell", "Cara Bell"],
    ["  Cara\tBell\n", "Cara Bell"],
    ["Søren Åkesson", "Søren Åkesson"],
    ["Zoë 🍋‍🟩", "Zoë 🍋‍🟩"],
    ["\u202Eמאיה\u202C\u0000", "מאיה"],
    ["Cara <cara@shop.example>", "Cara"],
    ["\uD800Cara", "Cara"],
    ["Cara (213) 555-0199", "Cara …0199"],
    ["Cara 213.555.0199 Bell", "Cara …0199 Bell"],
    ["Cara – 415–555–4417", "Cara – …4417"],
    ["Cara 415\u2011555\u20114417", "Cara …4417"],
    ["Cara 415·555·4417", "Cara …4417"],
    ["Cara 415_555_4417", "Cara …4417"],
    ["Cara 415,555,4417", "Cara …4417"],
    ["Cara (415) - 555 - 4417", "Cara …4417"],
    ["Cara 415  \n  -  555   4417", "Cara …4417"],
    ["Cara 4\u00AD1555\u200D54417", "Cara …4417"],
    ["Jose\u0301 Ruiz", "José Ruiz"],
    ["Term 2026-10-28 – 2027-10-27", "Term 2026-10-28 – 2027-10-27"],
    ["Term 2026-10-28 – 415-555-4417", "Term …4417"],
    ["Renewal 2026-10-28", "Renewal 2026-10-28"],
    ["Renewal 10/28/2026", "Renewal 10/28/2026"],
    ["Store 1042", "Store 1042"],
    ["<!channel> *x*", "<!channel> *x*"],
  ])("is kept of %j as %j: no address, no whole number, nothing that is not seen", (text, name) => {
    expect(named(text)).toBe(name);
  });

  it.each([
    undefined,
    null,
    7,
    {},
    "",
    "  ",
    "cara@shop.example",
    "+1 (213) 555-0199",
    "12135550199",
    "--",
    "\u200B",
    "<>",
  ])("is none of %j", (text) => {
    expect(recordName(text)).toEqual({});
  });

  it("is the first that is one, of 80 characters at most, however the last would be halved", () => {
    expect(named(null, "12135550199", "number ending 0199", "Cara")).toBe("number ending 0199");
    const long = named("🍋".repeat(300));

    expect([long, Array.from(long ?? "").length]).toEqual([`${"🍋".repeat(79)}…`, 80]);
  });

  it.each([
    ["+1 (213) 555-0199", "number ending 0199"],
    ["12135550199", "number ending 0199"],
    ["0199", null],
    ["", null],
    [12_135_550_199, "number ending 0199"],
    [null, null],
  ])("of the number %j is %j", (number, words) => {
    expect(numberEnding(number)).toBe(words);
  });
});
