package cn.ecopark.web;

import java.util.Optional;

/** Says who looks at the page; implemented by the module that knows people. */
public interface Viewers {

	/** Whoever is signed in, or nobody. */
	Optional<Viewer> current();

	/** What was done to the viewer's account and he has not taken note of. */
	default Optional<Told> told() {
		return Optional.empty();
	}

	/**
	 * Something to take note of.
	 *
	 * @param id what is posted back when it is taken note of
	 */
	record Told(long id, String text) {
	}

}
