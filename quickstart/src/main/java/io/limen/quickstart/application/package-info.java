/** The demo as one use case, and its ports. */
package io.limen.quickstart.application;
