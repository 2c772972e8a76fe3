/** The word at the top of the page that says whether what is shown is what is, and a bar over the whole page when it is not. */

import { say } from "./markup.js";
import { clockTime, timeOfDay } from "./numbers.js";

const STATES = { connecting: "Connecting", live: "Live", waiting: "Live, no data yet", away: "The Kafka broker is away" };

/** Whether the broker is away is told with the first heartbeat, or the next one 5 s later: a page that was live for longer saw it go. */
const SURE_MILLIS = 8_000;

/** The aggregator takes the broker for away when nothing has come for so long. */
const NOTICED_AFTER_MILLIS = 10_000;

const line = document.getElementById("connection");
const outage = document.getElementById("outage");
let lostAt = null;
let liveAt = null;
let everLive = false;
let brokerAwayAt = null;
let holders = 0;

/** Whoever listens to the feed knows best; until it lets go, nobody else says what the connection is. */
export function holdConnection() {
  holders += 1;
}

/** The next who hears from the aggregator says what the connection is; until then nobody is told when the broker goes. */
export function releaseConnection() {
  holders -= 1;
  liveAt = null;
  if (!isLost()) {
    showConnection("connecting");
  }
}

/** Shows what somebody without a feed has heard, unless somebody with one is there. That the aggregator answers says nothing of the broker. */
export function hearConnection(state) {
  if (holders === 0) {
    showConnection(state);
    liveAt = null;
  }
}

const lostWords = () => (everLive
  ? `No connection to the aggregator since ${clockTime(lostAt)}. What you see is from then; the page tries again by itself.`
  : "No connection to the aggregator. The page tries again by itself.");

/** Since when is not known to a page that was opened meanwhile. */
const awayWords = () => (brokerAwayAt
  ? `No new data since ${clockTime(brokerAwayAt)}: the Kafka broker can\u2019t be reached. What you see is from then.`
  : "No new data: the Kafka broker can\u2019t be reached. What you see is from before.");

/** Shows one of connecting, live, waiting, reconnecting and away; what the page shows while nothing new can come is marked as old. */
export function showConnection(state) {
  const lost = state === "reconnecting";
  const away = state === "away";
  const now = Date.now();
  lostAt = lost ? lostAt ?? new Date() : null;
  const live = state === "live" || state === "waiting";
  if (live) {
    brokerAwayAt = null;
  } else if (away && liveAt !== null && now - liveAt > SURE_MILLIS) {
    brokerAwayAt = new Date(now - NOTICED_AFTER_MILLIS);
  }
  liveAt = live ? liveAt ?? now : away || lost ? null : liveAt;
  everLive ||= live;
  line.dataset.state = state;
  document.body.dataset.stale = String(lost || away);
  outage.hidden = !lost && !away;
  say(outage, lost ? lostWords() : away ? awayWords() : "");
  say(line, lost ? `No connection since ${timeOfDay(lostAt)}` : STATES[state]);
}

const isLost = () => line.dataset.state === "reconnecting";
