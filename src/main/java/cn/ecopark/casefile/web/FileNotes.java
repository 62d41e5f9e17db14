package cn.ecopark.casefile.web;

import java.util.List;
import java.util.Locale;

import cn.ecopark.organisation.Actor;
import cn.ecopark.web.view.FileNote;

/**
 * What else must be seen with a case, batch or objection. Other modules add theirs and
 * check the rights of the reader.
 */
public interface FileNotes {

	/**
	 * @param dossierId of the case, batch or objection
	 * @return what this reader may read of it, the newest first
	 */
	List<FileNote> of(String dossierId, Actor reader, Locale locale);

}
