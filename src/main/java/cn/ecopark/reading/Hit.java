package cn.ecopark.reading;

import java.util.List;

/**
 * A page on which what was searched for stands.
 *
 * @param count how often
 * @param snippet the first place with what stands around it
 */
public record Hit(int page, int count, List<Part> snippet) {

	/** A piece of a snippet. */
	public record Part(String text, boolean marked) {
	}

}
