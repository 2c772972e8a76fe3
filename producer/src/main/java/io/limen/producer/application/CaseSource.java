package io.limen.producer.application;

import java.util.List;

/** Port: where cases come from. */
public interface CaseSource {

    /** Number of cases, 0 or more. */
    int size();

    /** The case at an index, 0 to size - 1. */
    SourceCase at(int index);

    /** Lines that the user should see first, such as files that were left out. */
    List<String> notes();
}
