import { suggestedPeople, withMentions, withPerson } from "../../../src/demo/page/composer/mentions";

const ana = { id: "U1", name: "Ana Torres" };
const anas = { id: "U2", name: "Ana" };
const chloe = { id: "U3", name: "Chloé Martin" };
const all = [ana, anas, chloe];

describe("the people whom a command names", () => {
  it.each([
    ["/goals @", [ana, anas, chloe]],
    ["/goals @an", [ana, anas]],
    ["/goals @Ana T", [ana]],
    ["/goals @chloe", [chloe]],
    ["/goals @mart", [chloe]],
    ["/goals @Ana Torres ", []],
    ["/goals ana@", []],
    ["/goals team", []],
  ])("are offered for %j", (typed, people) => {
    expect(suggestedPeople(typed, all)).toEqual(people);
  });

  it("are typed in full when they are chosen", () => {
    expect(withPerson("/goals set calls daily 20 @chl", chloe)).toBe("/goals set calls daily 20 @Chloé Martin ");
  });

  it.each([
    ["/goals @Ana Torres", "/goals <@U1|ana.torres>"],
    ["/goals set calls daily 20 @ana torres from today", "/goals set calls daily 20 <@U1|ana.torres> from today"],
    ["/goals @Ana", "/goals <@U2|ana>"],
    ["/goals @Chloé Martin", "/goals <@U3|chloe.martin>"],
    ["/goals @Anabel", "/goals @Anabel"],
    ["/goals ana@Ana", "/goals ana@Ana"],
  ])("are mentions in what is sent of %j", (typed, sent) => {
    expect(withMentions(typed, all)).toBe(sent);
  });
});
