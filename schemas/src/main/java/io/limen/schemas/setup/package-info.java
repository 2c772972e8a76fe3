/** What is done to a broker before anything of ours runs on it. */
package io.limen.schemas.setup;
