/** "1 goal", "2 goals", "1,234 goals"; "3 people" where the plural is another word. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${inFull(count)} ${count === 1 ? noun : plural}`;
}

/** "1,234". */
export function inFull(count: number): string {
  return count.toLocaleString("en-US");
}
