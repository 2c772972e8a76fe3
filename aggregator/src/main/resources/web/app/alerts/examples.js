/** Cases from before and since a change, side by side. */

import { html } from "../markup.js";
import { of } from "../router.js";
import { call, show } from "../session.js";

function pictures(title, ids, alt) {
  const list = html("ul", { class: "alert-examples" });
  for (const [index, id] of ids.entries()) {
    const picture = html("img", { alt: `${alt}, ${index + 1} of ${ids.length}: explanation ${id.slice(0, 8)}`, width: 96, height: 96, loading: "lazy" });
    const item = html("li", {}, html("a", { href: of("case", id) }, picture));
    picture.addEventListener("error", () => picture.replaceWith(html("span", { class: "no-picture" }, id.slice(0, 8))));
    show(picture, `/api/explanations/${encodeURIComponent(id)}/overlay.png`);
    list.append(item);
  }
  return html("figure", {}, html("figcaption", { class: "soft" }, title),
    ids.length > 0 ? list : html("p", { class: "soft" }, "None is kept any more."));
}

/** Filled as soon as the aggregator has said which. */
export function examples(alert) {
  const node = html("div", { class: "before-and-since" });
  const fill = ({ before, after }) => node.replaceChildren(
    pictures("Before the change", before, "Map of a case from before the change"),
    pictures("Since the change", after, "Map of a case since the change"));
  call(`/api/alerts/${encodeURIComponent(alert.id)}/examples`)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(`status ${answer.status}`))))
    .then(fill)
    .catch(() => fill({ before: [], after: alert.exampleExplanationIds }));
  return node;
}
