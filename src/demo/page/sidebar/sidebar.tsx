import { dmOf, usePage } from "../state/page-context";
import { Icon } from "../ui/images";
import { useTheme } from "../ui/theme";
import { Conversations } from "./conversations";
import { People } from "./people";

/** The workspace's name, its conversations, and who one can be. */
export function Sidebar({ unread }: { readonly unread: ReadonlySet<string> }) {
  const { snapshot } = usePage();
  return (
    <>
      <header class="workspace">
        <h1>{snapshot.workspace.team.name}</h1>
        <ThemeButton />
      </header>
      <Conversations unread={unread} dm={dmOf(snapshot)} />
      <People />
    </>
  );
}

function ThemeButton() {
  const [theme, toggle] = useTheme();
  const other = theme === "dark" ? "light" : "dark";
  return (
    <button type="button" class="icon-button" aria-label={`Switch to ${other} colours`} onClick={toggle}>
      <Icon name={theme === "dark" ? "sun" : "moon"} />
    </button>
  );
}
