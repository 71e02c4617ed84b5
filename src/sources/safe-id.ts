/** A record's id as facts bear it: it never holds a colon, and what is escaped stays different from what was written so. */
export function safeId(id: string): string {
  return id.replaceAll("%", "%25").replaceAll(":", "%3A");
}
