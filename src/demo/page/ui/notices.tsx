import type { ComponentChildren } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";

/** The page's own notice where something cannot be shown. */
export function Notice({ children }: { readonly children: ComponentChildren }) {
  return (
    <p class="notice" role="note">
      {children}
    </p>
  );
}

const SHOWN_MS = 6_000;

/** A short message, as about a failure; it disappears by itself. */
export function useToast(): readonly [string, (text: string) => void] {
  const [text, setText] = useState("");
  useEffect(() => {
    if (text === "") return;
    const timer = setTimeout(() => setText(""), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return [text, useCallback(setText, [])];
}

export function Toast({ text }: { readonly text: string }) {
  return (
    <p class="toast" role="alert" hidden={text === ""}>
      {text}
    </p>
  );
}
