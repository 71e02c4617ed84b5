import { usePage } from "../state/page-context";

const TABS = [
  { kind: "home", title: "Home" },
  { kind: "messages", title: "Messages" },
] as const;

/** The app's two tabs; the arrow keys switch between them. */
export function Tabs({ tab }: { readonly tab: "home" | "messages" }) {
  const { navigate } = usePage();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const other = tab === "home" ? "messages" : "home";
    navigate({ kind: other });
    document.getElementById(`tab-${other}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label="Paceline" onKeyDown={onKeyDown}>
      {TABS.map(({ kind, title }) => (
        <button
          key={kind}
          type="button"
          id={`tab-${kind}`}
          role="tab"
          aria-selected={tab === kind}
          aria-controls={tab === kind ? `panel-${kind}` : undefined}
          tabIndex={tab === kind ? 0 : -1}
          data-tour={`tab-${kind}`}
          onClick={() => navigate({ kind })}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
