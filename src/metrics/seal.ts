import { createHmac } from "node:crypto";

/**
 * Turns an email address into a text from which nobody gets it back without the key, the same for each spelling of its case:
 * two records of one address can be told to be of one, and a known address can be found again. An empty address stays empty.
 */
export type Seal = (address: string) => string;

/** How many addresses are remembered with their seals: contacts come again and again. */
const MAX_REMEMBERED = 20_000;
const SEALED = /^#[\w-]{22}$/;

/** Makes the seal of a team's key: `#` and the first 132 bits of an HMAC-SHA-256. */
export function sealOf(key: string): Seal {
  const seals = new Map<string, string>();
  return (address) => {
    if (address === "" || isSealed(address)) return address;
    const known = seals.get(address);
    if (known !== undefined) return known;
    const sealed = `#${createHmac("sha256", key).update(address.toLowerCase()).digest("base64url").slice(0, 22)}`;
    if (seals.size >= MAX_REMEMBERED) seals.clear();
    seals.set(address, sealed);
    return sealed;
  };
}

/** Whether a text is a sealed address. */
export function isSealed(text: string): boolean {
  return SEALED.test(text);
}
