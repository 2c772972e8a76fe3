/** Joins the feed, the fleet and the page. Changes are drawn once per frame, however many events arrive. */

import { Alerts } from "./alerts.js";
import { Card } from "./card.js";
import { Feed } from "./feed.js";
import { axes } from "./figures.js";
import { Fleet } from "./fleet.js";
import { html, say } from "./markup.js";
import { end, isSignedIn, session } from "./session.js";
import { askForToken } from "./signin.js";
import { Timeline } from "./timeline.js";
import { FEATURES, STRATEGIES } from "./words.js";

const CONNECTION = { connecting: "Connecting", live: "Live", waiting: "Live, no data yet", reconnecting: "Reconnecting" };

const RETRY_MILLIS = 2_000;

const element = (id) => document.getElementById(id);
const fleet = new Fleet();
const cards = new Map();
const timeline = new Timeline(element("timeline-chart"), element("timeline-key"));
let connection = "connecting";
let scheduled = false;

function drawConnection() {
  const state = connection === "live" && fleet.isEmpty ? "waiting" : connection;
  element("connection").dataset.state = state;
  say(element("connection"), CONNECTION[state]);
  say(element("waiting-text"), connection === "live"
    ? "As soon as a case is explained, its model appears here. Nothing needs to be reloaded."
    : "No connection to the aggregator at the moment. The page tries again by itself.");
}

function drawCards(models) {
  const extents = axes(models);
  models.forEach((model, index) => {
    if (!cards.has(model.id)) {
      cards.set(model.id, new Card(model.id));
    }
    const card = cards.get(model.id);
    card.update(model, extents);
    if (element("models").children[index] !== card.node) {
      element("models").insertBefore(card.node, element("models").children[index] ?? null);
    }
  });
  for (const [id, card] of cards) {
    if (!fleet.models.has(id)) {
      card.node.remove();
      cards.delete(id);
    }
  }
}

function draw() {
  scheduled = false;
  const models = fleet.sorted();
  for (const id of ["timeline", "glossary"]) {
    element(id).hidden = fleet.isEmpty;
  }
  element("waiting").hidden = !fleet.isEmpty;
  drawConnection();
  drawCards(models);
  timeline.update(models);
}

function schedule() {
  if (!scheduled) {
    scheduled = true;
    requestAnimationFrame(draw);
  }
}

element("glossary-list").append(...[...FEATURES, ...STRATEGIES].map(({ label, means }) =>
  html("div", {}, html("dt", {}, label), html("dd", {}, means))));

/** The page of somebody who may read it. */
function open(me) {
  if (isSignedIn()) {
    document.body.dataset.access = "token";
    say(element("who"), me.personal ? me.who : me.role === "OPERATOR" ? "Operator" : "Viewer");
    element("who").hidden = false;
    element("sign-out").hidden = false;
    element("sign-out").addEventListener("click", () => end());
  }
  feed.open();
  new Alerts(element("alerts"), element("alert-list"), me).open();
}

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
    connection = "reconnecting";
    schedule();
    setTimeout(start, RETRY_MILLIS);
  }
}

const feed = new Feed({
  state: (views) => { fleet.replaceAll(views); schedule(); },
  statistics: (content) => { fleet.takeStatistics(content); schedule(); },
  explanation: (content) => { fleet.takeExplanation(content); schedule(); },
  connection: (state) => { connection = state; schedule(); },
});

start();
