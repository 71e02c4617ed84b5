/** A JSON object with unchecked fields. */
export interface Json {
  readonly [field: string]: unknown;
}

/** Whether the value is an object with fields, neither a list nor null. */
export function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value if it is an object, otherwise an empty one, so that nested reads need no checks. */
export function jsonOf(value: unknown): Json {
  return isJson(value) ? value : {};
}

/** The value when it is a text. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The list's members, none when it is no list. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The list's objects; other members are left out. */
export function objectsOf(value: unknown): readonly Json[] {
  return listOf(value).filter(isJson);
}

/** What the JSON text says; `undefined` when it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
