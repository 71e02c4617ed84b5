import type { Unit } from "../metrics/metrics";
import { minutesInWords, secondsInWords } from "./durations";

const WHOLE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });
const CENTS = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/**
 * A value in its metric's unit as people say it: `1,234`, `$9,120`, `11h 23m`. Dollars and minutes are whole and rounded
 * down, so that nothing is shown as reached before it is.
 */
export function figure(value: number, unit: Unit): string {
  switch (unit) {
    case "count":
      return WHOLE.format(settled(value));
    case "minutes":
      return minutesInWords(value);
    case "dollars":
      return dollars(Math.floor(settled(value)));
  }
}

/** What is still to do, in its metric's unit: as `figure`, but rounded up, so that both together reach the target. */
export function neededFigure(value: number, unit: Unit): string {
  return figure(unit === "count" ? value : Math.ceil(settled(value)), unit);
}

/**
 * What a day asks and what is done of it, in the one form that it has everywhere: "16 needed today", and once something is done "3 of 16
 * today". "0 of 16" would be read as another figure than the "16 needed" beside it.
 *
 * @param on what the day is called, where it is somebody else's.
 */
export function amountOfDay(
  { done, target, unit }: { readonly done: number; readonly target: number; readonly unit: Unit },
  on = "today",
): string {
  const needed = neededFigure(target, unit);
  return shownAmount(done, unit) === 0 ? `${needed} needed ${on}` : `${figure(done, unit)} of ${needed} ${on}`;
}

/** A value to the cent and to the second, where a person adds up or compares: `$9,120.50`, `1h 15m 30s`. */
export function exactFigure(value: number, unit: Unit): string {
  switch (unit) {
    case "count":
      return figure(value, unit);
    case "minutes":
      return value === 0 ? "0m" : secondsInWords(value * 60);
    case "dollars":
      return dollars(settled(value));
  }
}

/**
 * By how much a figure changed, without its sign: dollars to the cent and talk time to the second, as whole ones need not be the difference
 * of two figures that are rounded down, `$11,125.60`, `30m 20s`.
 */
export function changeFigure(change: number, unit: Unit): string {
  return exactFigure(Math.abs(change), unit);
}

/**
 * How two figures differ as they are shown, so that whoever subtracts one from the other finds just that: "+3", "−$1,250", "same".
 */
export function shownChange(now: number, before: number, unit: Unit): string {
  const change = shownDifference(now, before, unit);
  if (change === 0) return "same";
  return `${change > 0 ? "+" : "−"}${figure(Math.abs(change), unit)}`;
}

/** By how much a value is above another one as `figure` shows both, in the unit; 0 where it shows the same. */
export function shownDifference(value: number, other: number, unit: Unit): number {
  const difference = shownAmount(value, unit) - shownAmount(other, unit);
  return Math.abs(difference) < 0.005 ? 0 : difference;
}

/** What `figure` shows of a value as a number: counts to two decimals, full dollars, full minutes, and below a minute full seconds. */
export function shownAmount(value: number, unit: Unit): number {
  switch (unit) {
    case "count":
      return settled(value);
    case "minutes": {
      const seconds = Math.round(value * 60);
      return (Math.abs(seconds) < 60 ? seconds / 60 : Math.floor(seconds / 60)) + 0;
    }
    case "dollars":
      return Math.floor(settled(value));
  }
}

/** Ten cells, filled to the nearest: at least one once anything is done, and all from the target on alone. */
export function bar(current: number, target: number): string {
  return cells({ share: target > 0 ? current / target : 0, of: 10 });
}

/** A bar of five cells, filled as the long one is. */
export function shortBar(current: number, target: number): string {
  return cells({ share: target > 0 ? current / target : 0, of: 5 });
}

function cells({ share, of }: { readonly share: number; readonly of: number }): string {
  const nearest = Math.min(of - 1, Math.max(1, Math.round(share * of + 1e-9)));
  const filled = share <= 0 ? 0 : share >= 1 - 1e-9 ? of : nearest;
  return "▰".repeat(filled) + "▱".repeat(of - filled);
}

/** A share in whole percent, rounded to the nearest; but never up to 100%, which means reached. */
export function percent(current: number, target: number): string {
  return `${WHOLE.format(shownPercent(current, target))}%`;
}

/** What `percent` shows of a share, as a number. */
export function shownPercent(current: number, target: number): number {
  const exact = (target > 0 ? current / target : 0) * 100;
  const nearest = Math.round(exact + 1e-9) + 0;
  return nearest === 100 && exact < 100 - 1e-9 ? 99 : nearest;
}

/** Below zero with a minus sign: a hyphen is easily overlooked. */
function dollars(value: number): string {
  const digits = Number.isInteger(value) ? WHOLE.format(Math.abs(value)) : CENTS.format(Math.abs(value));
  return `${value < 0 ? "−" : ""}$${digits}`;
}

/** Two decimals, halves away from zero as in a sum that is written out, and never minus zero. */
function settled(value: number): number {
  return (Math.sign(value) * Math.round(Math.abs(value) * 100)) / 100 + 0;
}
