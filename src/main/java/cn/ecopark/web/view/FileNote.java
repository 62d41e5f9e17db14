package cn.ecopark.web.view;

import java.util.List;

/**
 * Something that must be read before anything is decided, and is neither a document of
 * the file nor an opinion: an objection, for instance.
 *
 * @param links documents of other files that the reader may open
 */
public record FileNote(String title, Tag state, List<String> meta, List<Passage> passages, List<Link> links) {

	public FileNote(String title, Tag state, List<String> meta, List<Passage> passages) {
		this(title, state, meta, passages, List.of());
	}

	/** What was said or found, under what it is. */
	public record Passage(String label, String text) {
	}

	/** Where a document is read. */
	public record Link(String label, String url) {
	}

}
