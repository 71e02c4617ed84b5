import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

export interface DialogProps {
  /** Its name for screen readers. */
  readonly name: string;
  readonly kind: "modal" | "confirm";
  readonly children: ComponentChildren;
  /** Called when Escape is pressed. */
  close(): void;
}

/** Has the focus at first, as in Slack; a dialog without fields begins at its first button. */
const FIRST_FIELD = ".modal-body :is(input, select, textarea)";

/** The browser's native dialog: it traps the focus, and restores it when it closes. */
export function Dialog({ name, kind, children, close }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>(FIRST_FIELD)?.focus();
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
