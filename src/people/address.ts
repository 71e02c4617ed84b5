/** Normalizes an address for comparing; an empty one is none, so that all who have none are not one person. */
export function foldAddress(email: string | null | undefined): string | null {
  return email?.trim().toLowerCase() || null;
}
