package cn.ecopark.web.view;

import java.util.List;

/**
 * Something that must be read before anything is decided, and is neither a document nor
 * an opinion: an objection, for instance.
 */
public record FileNote(String title, Tag state, List<String> meta, List<Passage> passages) {

	/** What was said or found, under what it is. */
	public record Passage(String label, String text) {
	}

}
