import { MY_PAGE } from "../../../../src/slack/home/location";

export const HOSTILE = "<!channel> *x* `y` ".repeat(30);
export const location = { ...MY_PAGE, tab: "admin" as const };
export const tabs = ["me", "team", "admin"] as const;
export const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
