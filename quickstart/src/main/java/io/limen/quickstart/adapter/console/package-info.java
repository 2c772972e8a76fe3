/** What the demo says, on a terminal or in a plain log. */
package io.limen.quickstart.adapter.console;
