package cn.ecopark.web;

import java.util.Optional;

/** Says who looks at the page; implemented by the module that knows people. */
public interface Viewers {

	/** Whoever is signed in, or nobody. */
	Optional<Viewer> current();

}
