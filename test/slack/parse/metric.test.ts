import { METRICS } from "../../../src/metrics/metrics";
import { parseMetric } from "../../../src/slack/parse/metric";

describe("parseMetric", () => {
  it.each([
    ["emails", "email_quantity"],
    ["e-mail", "email_quantity"],
    ["e mails", "email_quantity"],
    ["mails", "email_quantity"],
    ["calls", "phone_call_quantity"],
    ["phone", "phone_call_quantity"],
    ["phone calls", "phone_call_quantity"],
    ["talk time", "talk_time_minutes"],
    ["talk-time", "talk_time_minutes"],
    ["talk", "talk_time_minutes"],
    ["minutes", "talk_time_minutes"],
    ["call time", "talk_time_minutes"],
    ["fact finding", "lead_progression_a"],
    ["fact-finding", "lead_progression_a"],
    ["stage a", "lead_progression_a"],
    ["contact", "lead_progression_b"],
    ["contact stage", "lead_progression_b"],
    ["closing", "lead_progression_c"],
    ["wholesale", "new_sales_wholesale"],
    ["wholesale sales", "new_sales_wholesale"],
    ["distribution", "new_sales_distribution"],
    ["distributor", "new_sales_distribution"],
  ])("understands %j", (text, type) => {
    expect(parseMetric(text.split(" "))).toEqual({ types: [type], rest: [] });
  });

  const own = METRICS.flatMap(({ type, title, name, aliases }) =>
    [type, title.toLowerCase(), name, ...aliases, ...aliases.map((alias) => `${alias}s`)].map((one) => [one, type]),
  );

  it.each(own)("understands the metric's own name %j", (text, type) => {
    expect(parseMetric(text.split(" "))).toEqual({ types: [type], rest: [] });
  });

  it.each([
    ["sales", ["new_sales_wholesale", "new_sales_distribution"]],
    ["stages", ["lead_progression_a", "lead_progression_b", "lead_progression_c"]],
  ])("leaves open which %j are meant", (text, types) => {
    expect(parseMetric([text])).toEqual({ types, rest: [] });
  });

  it("takes the longest name and leaves the words behind it", () => {
    expect(parseMetric(["talk", "time", "last", "week"])).toEqual({
      types: ["talk_time_minutes"],
      rest: ["last", "week"],
    });
    expect(parseMetric(["calls", "daily", "20"])).toEqual({ types: ["phone_call_quantity"], rest: ["daily", "20"] });
  });

  it.each([[[]], [["yesterday"]], [["constructor"]], [["mine", "calls"]]])("finds none in %j", (words) => {
    expect(parseMetric(words)).toBeNull();
  });
});
