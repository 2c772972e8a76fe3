/** The word at the top of the page that says whether what is shown is what is. */

import { say } from "./markup.js";
import { timeOfDay } from "./numbers.js";

const STATES = { connecting: "Connecting", live: "Live", waiting: "Live, no data yet", away: "The Kafka broker is away" };

const line = document.getElementById("connection");
let lostAt = null;
let holders = 0;

/** Whoever listens to the feed knows best; until it lets go, nobody else says what the connection is. */
export function holdConnection() {
  holders += 1;
}

/** The next who hears from the aggregator says what the connection is. */
export function releaseConnection() {
  holders -= 1;
  if (!isLost()) {
    showConnection("connecting");
  }
}

/** Shows what somebody without a feed has heard, unless somebody with one is there. */
export function hearConnection(state) {
  if (holders === 0) {
    showConnection(state);
  }
}

/** Shows one of connecting, live, waiting, reconnecting and away; what the page shows while nothing new can come is marked as old. */
export function showConnection(state) {
  const lost = state === "reconnecting";
  lostAt = lost ? lostAt ?? new Date() : null;
  line.dataset.state = state;
  document.body.dataset.stale = String(lost || state === "away");
  say(line, lost ? `No connection since ${timeOfDay(lostAt)}` : STATES[state]);
}

const isLost = () => line.dataset.state === "reconnecting";
