/**
 * The dashboard in a real browser, on a packaged aggregator and a broker with a fleet of models. They run where LIMEN_BROWSER names
 * a Chromium.
 */
package io.limen.aggregator.browser;
