import type { HolidayBook } from "../../goals/holidays";
import type { HolidayRegion } from "../../goals/team-settings";

/** "Germany, Bavaria"; codes stand where a name is not known any more. */
export function regionName({ country, state, region }: HolidayRegion, book: HolidayBook): string {
  const name = (places: ReturnType<HolidayBook["countries"]>, code: string) =>
    places.find((place) => place.code === code)?.name ?? code;
  const names = [name(book.countries(), country)];
  if (state !== undefined) names.push(name(book.within({ country }), state));
  if (state !== undefined && region !== undefined) names.push(name(book.within({ country, state }), region));
  return names.join(", ");
}
