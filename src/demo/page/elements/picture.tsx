import { textOf } from "../../slack/json";

/** A picture of the page's own, or what it shows in words: nothing is fetched from elsewhere. */
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
  const words = textOf(alt) ?? "";
  if (/^(\/(?!\/)|data:image\/)/.test(source)) return <img src={source} alt={words} title={title} />;
  return (
    <span class="picture" role="img" aria-label={words} title="Pictures of other places are not fetched in the demo">
      🖼 {words}
    </span>
  );
}
