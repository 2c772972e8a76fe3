/** Finds out who looks, then shows the pages. The entry of the bundle: what is not imported from here is not served. */

import "./page.css";
import "./charts/charts.css";
import "./fleet/fleet.css";
import "./model/model.css";
import "./network/network.css";
import "./case/case.css";
import "./cases/cases.css";
import "./alerts/alerts.css";
import "./signin.css";
import { AlertsPage } from "./alerts/page.js";
import { CasePage } from "./case/page.js";
import { CasesPage } from "./cases/page.js";
import { showConnection } from "./connection.js";
import { FleetPage } from "./fleet/page.js";
import { html, say } from "./markup.js";
import { MissingPage } from "./missing.js";
import { ModelPage } from "./model/page.js";
import { openAlerts } from "./alerts/open.js";
import { Router } from "./router.js";
import { end, isSignedIn, session } from "./session.js";
import { askForToken } from "./signin.js";
import { FEATURES, STRATEGIES } from "./words.js";

const RETRY_MILLIS = 2_000;

const element = (id) => document.getElementById(id);

function showWho(me) {
  document.body.dataset.access = "token";
  say(element("who"), me.personal ? me.who : me.role === "OPERATOR" ? "Operator" : "Viewer");
  element("who").hidden = false;
  element("sign-out").hidden = false;
  element("sign-out").addEventListener("click", () => end());
}

element("glossary-list").append(...[...FEATURES, ...STRATEGIES].map(({ label, means }) =>
  html("div", {}, html("dt", {}, label), html("dd", {}, means))));

/** The pages for somebody who may read them. */
function open(me) {
  if (isSignedIn()) {
    showWho(me);
  }
  element("pages").hidden = false;
  const alerts = openAlerts(element("alerts-open"));
  const router = new Router(element("stage"), {
    pages: {
      "": () => new FleetPage(alerts),
      model: (id) => new ModelPage(id),
      cases: (id) => new CasesPage(id),
      case: (id) => new CasePage(id),
      alerts: (id) => new AlertsPage(id, me, alerts),
    },
    missing: () => new MissingPage(),
    opened: (name) => {
      for (const link of element("pages").querySelectorAll("a")) {
        link.setAttribute("aria-current", link.dataset.page === name ? "page" : "false");
      }
    },
  });
  alerts.open();
  router.start();
}

// the part behind # is the page's address: skipping must not change it
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  element("stage").focus();
});

const trying = html("p");
element("stage").replaceChildren(html("section", { class: "waiting", role: "status" },
  html("h1", {}, "Connecting to the aggregator"), trying));

/** Waits for the aggregator, if need be. */
async function start() {
  try {
    const me = await session();
    if (me.role) {
      open(me);
    } else {
      askForToken(element("signin"), me.refused);
    }
  } catch (fault) {
    showConnection("reconnecting");
    say(trying, "It does not answer at the moment. The page tries again by itself.");
    setTimeout(start, RETRY_MILLIS);
  }
}

start();
