/** The page of an address that leads nowhere. */

import { html } from "./markup.js";
import { of } from "./router.js";

export class MissingPage {
  title = "No such page";
  node = html("section", { class: "waiting" },
    html("h1", {}, "There is no such page"),
    html("p", {}, "The address may have been cut off on its way, or belong to another version of Limen."),
    html("p", {}, html("a", { href: of("") }, "All models"), " or ", html("a", { href: of("alerts") }, "all alerts")));

  open() {}

  close() {}
}
