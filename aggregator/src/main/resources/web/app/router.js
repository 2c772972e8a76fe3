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
    return [null];
  }
}

export class Router {
  #current = null;

  /**
   * Not started yet.
   *
   * @param pages by the first part of the address: name => (argument) => page; the one without a name is the first page
   * @param missing the page of an address that leads nowhere
   * @param opened called with the name of the page that is shown
   */
  constructor(stage, { pages, missing, opened }) {
    this.stage = stage;
    this.pages = pages;
    this.missing = missing;
    this.opened = opened;
  }

  start() {
    addEventListener("hashchange", () => this.#show(true));
    this.#show(false);
  }

  #show(moved) {
    const [name, argument] = partsOf(location.hash);
    const page = Object.hasOwn(this.pages, name) ? this.pages[name](argument ?? "") : this.missing();
    this.#current?.close();
    this.#current = page;
    this.stage.replaceChildren(page.node);
    document.title = `${page.title} \u00b7 Limen`;
    this.opened(name);
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
