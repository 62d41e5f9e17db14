package cn.ecopark.audit;

import java.util.List;
import java.util.Optional;

/**
 * Tells the audit which of a module's tables hold what is on record; implemented by each
 * module that owns such tables.
 */
public interface AttestedRows {

	List<AttestedTable> tables();

	/**
	 * @param chain name of a chain of rows, for instance {@code rows:dossier:…}
	 * @return what it is about, in words an official knows
	 */
	default Optional<String> nameOf(String chain) {
		return Optional.empty();
	}

}
