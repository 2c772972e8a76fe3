/** The page of one case: its image, mask and map, and everything that its explanation says. */

import { html, say } from "../markup.js";
import { of } from "../router.js";
import { call } from "../session.js";
import { components, facts, screening, strategy } from "./facts.js";
import { faithfulness } from "./faithfulness.js";
import { CaseMap } from "./map.js";
import { strongest } from "./strongest.js";

const pathOf = (id) => `/api/explanations/${encodeURIComponent(id)}`;

async function reasonOf(answer) {
  const told = await answer.json().catch(() => null);
  return told?.message ?? `The aggregator answered with status ${answer.status}.`;
}

/** Running statistics of the model's cases of the same site and reference; null where there are none. */
async function groupOf({ model, modelVersion, site, referenceMode }) {
  try {
    const answer = await call(`/api/models/${encodeURIComponent(`${model}@${modelVersion}`)}`);
    const groups = answer.ok ? (await answer.json()).statistics?.groups ?? [] : [];
    return groups.find((group) => group.site === site && group.referenceMode === referenceMode) ?? null;
  } catch {
    return null;
  }
}

export class CasePage {
  title = "Case";
  #id;
  #open = false;
  #addresses = [];

  /** @param id of the explanation */
  constructor(id) {
    this.#id = id;
    this.node = html("article", { class: "case", "aria-busy": "true" });
  }

  /** Begins to load; the node fills when it is there. */
  async open() {
    this.#open = true;
    this.#tell("Loading the explanation", null);
    let found = null;
    try {
      const answer = await call(pathOf(this.#id));
      if (!this.#open) {
        return;
      }
      if (!answer.ok) {
        await this.#refuse(answer);
        return;
      }
      found = await answer.json();
    } catch {
      this.#tell("No connection to the aggregator", "It may be restarting.", true);
      return;
    }
    this.#show(found);
  }

  /** Lets go of what it holds; what still comes is not shown. */
  close() {
    this.#open = false;
    this.#addresses.forEach((address) => URL.revokeObjectURL(address));
    this.#addresses = [];
  }

  async #refuse(answer) {
    const titles = { 401: "Sign in to see this case", 403: "Your role may not see this case", 404: "This explanation is not there" };
    const title = titles[answer.status] ?? "The explanation cannot be read now";
    this.#tell(title, await reasonOf(answer), answer.status >= 500);
  }

  #tell(title, reason, again = false) {
    const button = again ? html("button", { type: "button" }, "Try again") : null;
    button?.addEventListener("click", () => this.open());
    this.node.setAttribute("aria-busy", String(reason === null));
    this.node.replaceChildren(html("section", { class: "waiting", role: "status" },
      html("h1", {}, title), reason ? html("p", {}, reason) : null, button));
  }

  #show(found) {
    const map = new CaseMap(found);
    const own = strategy(found);
    this.node.setAttribute("aria-busy", "false");
    this.node.replaceChildren(
      html("header", { class: "case-head" },
        html("h1", {}, `Case ${found.caseId}`),
        html("p", { class: "soft" }, html("a", { href: of("model", `${found.model}@${found.modelVersion}`) }, `${found.model}@${found.modelVersion}`), ` at ${found.site}`), this.#actions(found)),
      html("div", { class: "case-columns" },
        html("section", { class: "panel", "aria-label": "Map" }, map.node),
        html("div", { class: "case-side" }, strongest(found, (row, column) => map.point(row, column)), faithfulness(found), facts(found), own.node, screening(found), components(found))));
    this.#pictures(found).then(([image, mask]) => this.#open && map.pictures(image, mask));
    groupOf(found).then((group) => this.#open && group && own.compare(group));
  }

  async #pictures(found) {
    return Promise.all([this.#picture(found.links.image), this.#picture(found.links.mask)]);
  }

  /** Its address, or the reason why there is none. */
  async #picture(path) {
    if (!path) {
      return { reason: "The explanation does not say where its case lies, so there is no picture of it." };
    }
    try {
      const answer = await call(path);
      return answer.ok ? { address: this.#address(await answer.blob()) } : { reason: await reasonOf(answer) };
    } catch {
      return { reason: "No connection to the aggregator." };
    }
  }

  #address(blob) {
    const address = URL.createObjectURL(blob);
    this.#addresses.push(address);
    return address;
  }

  #actions(found) {
    const said = html("span", { class: "soft", role: "status" });
    const button = (label, act) => {
      const node = html("button", { type: "button" }, label);
      node.addEventListener("click", () => act().catch(() => say(said, "That did not work.")));
      return node;
    };
    const download = (label, path, name) => button(label, async () => {
      const answer = await call(path);
      say(said, answer.ok ? "" : await reasonOf(answer));
      if (answer.ok) {
        html("a", { href: this.#address(await answer.blob()), download: name }).click();
      }
    });
    const name = found.explanationId.slice(0, 12);
    return html("div", { class: "case-actions" },
      found.links.overlay ? download("Overlay PNG", found.links.overlay, `${name}.png`) : null,
      download("JSON", found.links.self, `${name}.json`),
      download("effects.npy", found.links.effects, `${name}-effects.npy`),
      button("Copy link", async () => {
        await navigator.clipboard.writeText(`${location.origin}/#/case/${found.explanationId}`);
        say(said, "Copied.");
      }), said);
  }
}
