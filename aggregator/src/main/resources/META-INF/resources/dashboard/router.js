/**
 * The pages by the part of the address behind #, so that every page is a link that can be shared and the browser's back button
 * works. A page has title, node, open() and close().
 */

/** The address of a page: of("model", "unet@1"). */
export const of = (...parts) => `#/${parts.map(encodeURIComponent).join("/")}`;

function partsOf(hash) {
  try {
    return hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent);
  } catch (malformed) {
    return [""];
  }
}

export class Router {
  #current = null;

  /** Pages by the first part of the address: name => (argument) => page. The one without a name is the first page. */
  constructor(stage, pages, opened) {
    this.stage = stage;
    this.pages = pages;
    this.opened = opened;
  }

  start() {
    addEventListener("hashchange", () => this.#show(true));
    this.#show(false);
  }

  #show(moved) {
    const [name, argument] = partsOf(location.hash);
    const known = Object.hasOwn(this.pages, name) ? name : "";
    const page = this.pages[known](argument ?? "");
    this.#current?.close();
    this.#current = page;
    this.stage.replaceChildren(page.node);
    document.title = `${page.title} \u00b7 Limen`;
    this.opened(known);
    page.open();
    if (moved) {
      // a reader who hears the page is told where they are
      scrollTo(0, 0);
      const heading = page.node.querySelector("h1");
      heading?.setAttribute("tabindex", "-1");
      heading?.focus({ preventScroll: true });
    }
  }
}
