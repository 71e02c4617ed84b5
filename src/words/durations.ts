/** Writes talk time of whole minutes: "11h 23m", "2h", "45m", and below a minute its seconds: "30s". Rounded down. */
export function minutesInWords(minutes: number): string {
  const seconds = Math.round(minutes * 60);
  return seconds > -60 && seconds < 60 && seconds !== 0
    ? secondsInWords(seconds)
    : joined({ seconds: Math.floor(seconds / 60) * 60, none: "0m" });
}

/** Writes a length to the second: "1h 2m 3s", "4m 10s", "45s". */
export function secondsInWords(seconds: number): string {
  return joined({ seconds: Math.round(seconds), none: "0s" });
}

/** Writes how long work took: "1.8s", from a minute on "2m 5s". */
export function millisecondsInWords(milliseconds: number): string {
  if (milliseconds < 59_950) return `${(milliseconds / 1_000).toFixed(1)}s`;
  return secondsInWords(milliseconds / 1_000);
}

/** Writes a run's duration, `1834ms`, as "1.8s". */
export function durationInWords(duration: string): string {
  const milliseconds = Number(/^(\d+)ms$/.exec(duration)?.[1] ?? Number.NaN);
  return Number.isNaN(milliseconds) ? "an unknown time" : millisecondsInWords(milliseconds);
}

function joined({ seconds, none }: { readonly seconds: number; readonly none: string }): string {
  const all = Math.abs(seconds);
  const parts = [
    [Math.floor(all / 3_600), "h"],
    [Math.floor(all / 60) % 60, "m"],
    [all % 60, "s"],
  ] as const;
  const words = parts.flatMap(([count, unit]) => (count === 0 ? [] : [`${count.toLocaleString("en-US")}${unit}`]));
  return words.length === 0 ? none : `${seconds < 0 ? "-" : ""}${words.join(" ")}`;
}
