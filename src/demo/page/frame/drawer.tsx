import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface DrawerProps {
  readonly side: "left" | "right";
  readonly name: string;
  /** Only matters on narrow screens; on wide ones it is always visible. */
  readonly open: boolean;
  readonly children: ComponentChildren;
  shut(): void;
}

/** A side panel, which slides over the rest on a narrow screen. */
export function Drawer({ side, name, open, children, shut }: DrawerProps) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!open) return;
    const before = document.activeElement;
    box.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, [open]);
  useEscape(open, shut);
  return (
    <>
      {open && <button type="button" class="shade" aria-label={`Close ${name}`} tabIndex={-1} onClick={shut} />}
      <aside ref={box} class={`drawer ${side}${open ? " open" : ""}`} aria-label={name} tabIndex={-1}>
        {children}
      </aside>
    </>
  );
}

/** Closes on Escape wherever the focus is: it is lost when the pressed element goes. A dialog handles its own Escape. */
function useEscape(open: boolean, shut: () => void): void {
  useEffect(() => {
    if (!open) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === "Escape" && document.querySelector("dialog[open]") === null) shut();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [open, shut]);
}
