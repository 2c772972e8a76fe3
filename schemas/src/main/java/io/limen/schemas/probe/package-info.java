/** What an image asks itself: nothing but the JDK, for it is started every few seconds. */
package io.limen.schemas.probe;
