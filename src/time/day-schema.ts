import { z } from "zod";
import { type Day, parseDay } from "./day";

/** A day in what comes from outside, written `YYYY-MM-DD`. */
export const daySchema = z.string().transform((text, context): Day => {
  const found = parseDay(text);
  if (found !== null) return found;
  context.addIssue("is no day");
  return z.NEVER;
});
