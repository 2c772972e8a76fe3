package io.limen.explainer.application.support;

/** The budget does not allow a search to go on; what is not certain by then counts as not found. */
final class SearchAbandonedException extends Exception {

    private static final long serialVersionUID = 1;

    SearchAbandonedException() {
        super("the budget of the search is spent");
    }
}
