package cn.ecopark.casefile;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import cn.ecopark.organisation.Actor;

/**
 * 催办、限期: which steps of a dossier wait for whom, what was done about it, and where more
 * can be done.
 */
public interface StepReminders {

	/**
	 * One step that waits.
	 *
	 * @param step what it is called
	 * @param who has it
	 * @param done what was done about it; null for nothing yet
	 * @param url page on which the reader can do something; null where he may not
	 */
	record Reminder(String step, String who, @Nullable String done, @Nullable String url) {
	}

	/**
	 * @param dossierId a case, whose objections are part of it, or a batch; the reader
	 * may read it
	 * @return those the reader may know of, the longest waiting first; without something
	 * done or to do there is nothing to tell
	 */
	List<Reminder> of(String dossierId, Actor reader, Locale locale);

}
