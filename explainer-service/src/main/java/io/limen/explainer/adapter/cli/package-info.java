/** The command line: options in, exit codes and one clear line out. */
package io.limen.explainer.adapter.cli;
