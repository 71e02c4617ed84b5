import { textOf } from "../../slack/json";
import { hueOf, initialsOf } from "../state/people";

const PATHS = {
  menu: "M4 7h16M4 12h16M4 17h16",
  close: "M6 6l12 12M18 6L6 18",
  send: "M4 12l16-8-5 16-3.5-6.5z",
  clock: "M12 7v5l3.5 2M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18z",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z",
  sun: "M12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M4.9 4.9l1.8 1.8M17.3 17.3l1.8 1.8M4.9 19.1l1.8-1.8M17.3 6.7l1.8-1.8",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z",
  check: "M5 12.5l4.5 4.5L19 7",
  clip: "M20 11.5l-8.2 8.2a5 5 0 0 1-7.1-7.1l8.5-8.5a3.3 3.3 0 0 1 4.7 4.7l-8.4 8.4a1.7 1.7 0 0 1-2.4-2.4l7.6-7.6",
  file: "M6 3h8l5 5v13H6zM14 3v5h5M9 13h6M9 17h6",
  back: "M15 5l-7 7 7 7",
} as const;

/** A small decorative icon next to a text; screen readers skip it. */
export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** A person's initials on their color, or the app's logo. */
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

/** An image of the page itself; for any other, its alternative text, since nothing is fetched from other hosts. */
export function Picture({
  url,
  alt,
  title,
}: {
  readonly url: unknown;
  readonly alt: unknown;
  readonly title?: string;
}) {
  const source = textOf(url) ?? "";
  const altText = textOf(alt) ?? "";
  if (/^(\/(?!\/)|data:image\/)/.test(source)) return <img src={source} alt={altText} title={title} />;
  return (
    <span class="picture" role="img" aria-label={altText} title="Pictures of other places are not fetched in the demo">
      🖼 {altText}
    </span>
  );
}
