package cn.ecopark.dossier;

import java.util.List;

/**
 * The documents that a decision on a task rests on.
 *
 * @param beingChecked kinds of which the task has documents that have not been judged yet
 * @param present kinds of which the dossier has a submitted version, or a draft handed in
 * with the task
 * @param digests SHA-256 of the newest submitted version of each document, by kind
 */
public record DocumentsOfStep(List<String> beingChecked, List<String> present, List<String> digests) {

	/** Of a dossier that has none. */
	public static final DocumentsOfStep NONE = new DocumentsOfStep(List.of(), List.of(), List.of());

}
