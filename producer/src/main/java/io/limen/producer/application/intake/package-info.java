/** The use case of taking cases in one by one from systems that run models, and the ports it needs. */
package io.limen.producer.application.intake;
