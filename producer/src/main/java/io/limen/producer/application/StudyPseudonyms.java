package io.limen.producer.application;

import io.limen.producer.domain.identity.StudyPseudonym;

/** Port: what a study is called outside of the house. */
public interface StudyPseudonyms {

    /** The pseudonym of a study, always the same for the same identifier. */
    StudyPseudonym study(String identifier);
}
