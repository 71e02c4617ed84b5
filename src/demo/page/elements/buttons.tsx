import { useEffect, useRef, useState } from "preact/hooks";
import { textOf } from "../../slack/json";
import { plainText } from "../mrkdwn/text-object";
import { usePage } from "../state/page-context";
import { choicesOf } from "./entry";
import { type ElementProps, useDispatch } from "./props";

/** A button; one with a URL opens that, too. */
export function Button(props: ElementProps) {
  const { element } = props;
  const { busy, run } = useDispatch(props);
  const { navigate, say, snapshot } = usePage();
  const style = element.style === "primary" || element.style === "danger" ? ` ${element.style}` : "";
  const url = textOf(element.url);
  const press = async () => {
    if (busy) return;
    const confirmed = await run();
    if (!confirmed || url === undefined) return;
    if (/^https?:/.test(url)) window.open(url, "_blank", "noopener,noreferrer");
    // As Slack follows its own links; the page has one app.
    if (/^slack:\/\/app\?.*\btab=home\b/.test(url)) navigate({ kind: "home" });
    const [, person] = /^slack:\/\/user\?.*\bid=(\w+)/.exec(url) ?? [];
    const member = snapshot.workspace.members.find(({ id }) => id === person);
    if (member !== undefined) say(`In Slack, this opens your messages with ${member.name}.`);
  };
  return (
    <button
      type="button"
      class={`button${style}`}
      aria-label={textOf(element.accessibility_label)}
      aria-busy={busy}
      onClick={press}
    >
      {plainText(element.text)}
    </button>
  );
}

/** The "⋯" button with a menu of further actions, for mouse and arrow keys. */
export function Overflow(props: ElementProps) {
  const { run } = useDispatch(props);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const shut = () => {
    setOpen(false);
    button.current?.focus();
  };
  const choose = (value: string) => {
    shut();
    void run(value);
  };
  return (
    <div class="overflow">
      <button
        ref={button}
        type="button"
        class="button quiet"
        aria-label="More actions"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        ⋯
      </button>
      {open && <Menu {...props} choose={choose} shut={shut} />}
    </div>
  );
}

function Menu({ element, choose, shut }: ElementProps & { choose(value: string): void; shut(): void }) {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    menu.current?.querySelector("button")?.focus();
    const outside = (event: Event) => {
      if (event.target instanceof Node && !menu.current?.parentElement?.contains(event.target)) shut();
    };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, []);
  return (
    <div ref={menu} class="menu" role="menu" tabIndex={-1} onKeyDown={(event) => moved(event, shut)}>
      {choicesOf(element)
        .flatMap(({ choices }) => choices)
        .map(({ value, text }) => (
          <button key={value} type="button" role="menuitem" tabIndex={-1} onClick={() => choose(value)}>
            {plainText(text)}
          </button>
        ))}
    </div>
  );
}

/** Arrow keys move through the menu and wrap around; Escape and Tab close it. */
function moved(event: KeyboardEvent, shut: () => void): void {
  if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    event.stopPropagation();
    shut();
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || !(event.currentTarget instanceof HTMLElement)) return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll("button")];
  const at = items.findIndex((item) => item.matches(":focus"));
  items[(at + step + items.length) % items.length]?.focus();
}
