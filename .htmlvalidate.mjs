// How `make test` judges the pages of the built site. Each rule that is set aside or bent says why.
import { defineConfig } from "html-validate";

export default defineConfig({
  root: true,
  extends: ["html-validate:recommended", "html-validate:document", "html-validate:a11y"],
  rules: {
    // HTML asks for no case.
    "doctype-style": ["error", { style: "lowercase" }],
    // The boxes of one facet share its name, as forms have always told several values of one thing.
    "form-dup-name": ["error", { shared: ["radio", "checkbox", "button", "reset", "submit"] }],
    // A paper's page is titled by its paper, however long that is; no reader gains by a cut.
    "long-title": "off",
    // White space that browsers fold: the templates are what people read, not the pages.
    "no-trailing-whitespace": "off",
    // A table that scrolls sideways is a region with a name, but no section of the text.
    "prefer-native-element": ["error", { exclude: ["region"] }],
    // Files of the same host come with the page that names them; a hash guards what comes from others, and nothing does.
    "require-sri": ["error", { target: "crossorigin" }],
    // A leading underscore keeps the program's own ids apart from those made of titles, and HTML allows it.
    "valid-id": ["error", { relaxed: true }],
    // The forms act while they are filled and send nothing anywhere: a button would have nothing to do.
    "wcag/h32": "off",
  },
});
