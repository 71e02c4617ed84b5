import { createHash, timingSafeEqual } from "node:crypto";

/** Whether a text is the secret. Digests are compared, so that neither length nor time tells anything of it. */
export function isSecret(text: unknown, secret: string): boolean {
  const digest = (of: string) => createHash("sha256").update(of).digest();
  return timingSafeEqual(digest(typeof text === "string" ? text : ""), digest(secret)) && typeof text === "string";
}
