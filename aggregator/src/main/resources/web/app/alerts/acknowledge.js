/** The word that somebody takes care of an alert: said, or to be said by who may. */

import { html, say } from "../markup.js";
import { dateAndTime } from "../numbers.js";
import { call } from "../session.js";

/** How long the word takes through Kafka and back. */
const SEEN_AFTER_MILLIS = 500;

function form(alert, me, acknowledged) {
  const by = html("input", { name: "by", required: true, maxlength: 100, autocomplete: "name", placeholder: "Your name", "aria-label": "Your name" });
  const note = html("input", { name: "note", maxlength: 1000, placeholder: "What you make of it", "aria-label": "What you make of it" });
  const problem = html("p", { class: "problem", role: "alert" });
  const button = html("button", { class: "primary" }, "Acknowledge");
  const node = html("form", { class: "acknowledge" }, me.personal ? null : by, note, button, problem);
  node.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    const answer = await call(`/api/alerts/${encodeURIComponent(alert.id)}/acknowledgement`, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ by: by.value, note: note.value }),
    }).catch(() => null);
    if (answer?.ok) {
      setTimeout(acknowledged, SEEN_AFTER_MILLIS);
      return;
    }
    button.disabled = false;
    const told = await answer?.json().catch(() => null);
    say(problem, told?.message ?? "It could not be sent: no connection to the aggregator.");
  });
  return node;
}

/** Null where there is nothing to say and nothing may be said. */
export function acknowledgement(alert, me, acknowledged) {
  if (alert.acknowledgement) {
    const { by, note, at } = alert.acknowledgement;
    return html("p", { class: "soft" }, `Acknowledged by ${by}${note ? `: ${note}` : ""}, `, html("time", { datetime: at }, dateAndTime(at)));
  }
  return alert.state === "CLEARED" || me.role !== "OPERATOR" ? null : form(alert, me, acknowledged);
}
