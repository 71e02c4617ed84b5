import type { ComponentChildren } from "preact";

/** Words of the page itself where something cannot be shown. */
export function Notice({ children }: { readonly children: ComponentChildren }) {
  return (
    <p class="notice" role="note">
      {children}
    </p>
  );
}
