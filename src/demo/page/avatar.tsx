import { hueOf, initialsOf } from "./people";

/** Somebody's initials on their colour; the app has its mark. */
export function Avatar({
  id,
  name,
  app = false,
}: {
  readonly id: string;
  readonly name: string;
  readonly app?: boolean;
}) {
  if (app) {
    return (
      <span class="avatar app" aria-hidden="true">
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <path d="M6 22l7-8 5 4 8-10" />
        </svg>
      </span>
    );
  }
  return (
    <span class={`avatar hue-${hueOf(id)}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
