/** Reads every manifest as those who take it do, and holds it to the code: settings, users, topics, times. No cluster is needed. */
package io.limen.deployment;
