import { render } from "preact";
import { Page } from "./page";
import { showTheme } from "./theme";

const root = document.getElementById("page");
if (root === null) throw new Error("The document has no place for the page");
showTheme();
render(<Page />, root);
