import { useState } from "preact/hooks";
import { loadLocal, saveLocal } from "../state/local-storage";

export type Theme = "light" | "dark";

/** The theme, light or dark: the system's until it is switched. */
export function useTheme(): readonly [Theme, () => void] {
  const [theme, setTheme] = useState<Theme>(() => chosen() ?? systems());
  const toggle = () => {
    const other = theme === "dark" ? "light" : "dark";
    saveLocal("theme", other);
    showTheme();
    setTheme(other);
  };
  return [theme, toggle];
}

/** Applies the chosen theme to the page; without one, the styles follow the system. */
export function showTheme(): void {
  const theme = chosen();
  if (theme !== null) document.documentElement.dataset.theme = theme;
}

function chosen(): Theme | null {
  const theme = loadLocal("theme");
  return theme === "light" || theme === "dark" ? theme : null;
}

function systems(): Theme {
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}
