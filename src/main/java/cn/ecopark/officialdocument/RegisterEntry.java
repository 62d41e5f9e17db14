package cn.ecopark.officialdocument;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.officialdocument.OfficialDocument.IssuedFile;
import cn.ecopark.organisation.Audience;

/**
 * A document about to go out.
 *
 * @param code the one printed on it
 * @param number null for documents without 发文字号
 * @param bodies who issues it, lead body first, by the names of the day of issue
 * @param dossierId case or batch it is issued in
 */
public record RegisterEntry(VerificationCode code, @Nullable DocumentNumber number, String kind, String title,
		List<OfficialDocument.Body> bodies, LocalDate issuedOn, String dossierId, IssuedFile file, Audience audience) {

	public RegisterEntry {
		bodies = List.copyOf(bodies);
	}

}
