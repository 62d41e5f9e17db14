package cn.ecopark.worklist;

import java.util.List;
import java.util.Locale;

import cn.ecopark.organisation.Actor;

/**
 * What somebody is told on his desk though it is no task of his; other modules add
 * theirs.
 */
public interface DeskNotes {

	/** What is the matter, and the page on which something can be done about it. */
	record Note(String text, String url) {
	}

	/**
	 * @return what this reader is to know now, the longest standing first
	 */
	List<Note> of(Actor reader, Locale locale);

}
