import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

export interface DialogProps {
  /** What a screen reader calls it. */
  readonly name: string;
  readonly kind: "modal" | "confirm";
  readonly children: ComponentChildren;
  /** Somebody wants it gone, by Escape. */
  close(): void;
}

/** The browser's own dialog: it keeps the focus inside, and gives it back to where it was. */
export function Dialog({ name, kind, children, close }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const cancel = (event: Event) => {
    event.preventDefault();
    close();
  };
  return (
    <dialog ref={element} class={`dialog ${kind}`} aria-label={name} onCancel={cancel}>
      {children}
    </dialog>
  );
}
