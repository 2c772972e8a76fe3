/** The page for somebody who has not shown who they are yet. */

import { say } from "./markup.js";
import { hasEnded, signIn } from "./session.js";

/** Shows the form alone, and why where it is more than that a token is needed. */
export function askForToken(section, why) {
  document.body.dataset.access = "wanted";
  section.hidden = false;
  const form = section.querySelector("form");
  const field = form.elements.token;
  const button = form.querySelector("button");
  const problem = section.querySelector(".problem");
  say(problem, hasEnded() ? "The token is no longer taken: it expired or was withdrawn."
    : why.startsWith("an access token") ? "" : why);
  field.focus();
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const given = field.value.trim();
    // what no header can hold would be an error of the browser
    if (!/^[\x21-\x7e]+$/.test(given)) {
      say(problem, "A token is one line without spaces.");
      return;
    }
    button.disabled = true;
    say(problem, "");
    const refused = await signIn(given);
    button.disabled = false;
    if (refused) {
      say(problem, refused);
      field.select();
    }
  });
}
