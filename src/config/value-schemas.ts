import { z } from "zod";

/** Reads ids that match a pattern, separated by commas or spaces. */
export const idList = (pattern: RegExp, otherwise: string) =>
  z
    .string()
    .default(otherwise)
    .transform((value) => value.split(/[\s,]+/).filter((id) => id !== ""))
    .refine((list) => list.every((id) => pattern.test(id)), "must be ids, separated by commas");

/** Reads one secret, or two while one replaces the other. */
export const secretPair = z
  .string()
  .default("")
  .transform((value) => value.split(/[\s,]+/).filter((secret) => secret !== ""))
  .refine(
    (list) => list.length <= 2 && list.every((secret) => secret.length >= 16),
    "must be one secret, or the current and the next separated by a comma, of at least 16 characters each",
  );

/** Tells whether a name is one of the time zones that this process knows. */
export function isIanaZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
