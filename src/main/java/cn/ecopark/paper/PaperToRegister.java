package cn.ecopark.paper;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.ecopark.casefile.Audience;
import cn.ecopark.paper.OfficialPaper.IssuedFile;

/**
 * A paper about to go out.
 *
 * @param code the one printed on it
 * @param number null for papers without 发文字号
 * @param bodies ids of the units that issue it, lead body first
 * @param dossierId case or batch it is issued in
 */
public record PaperToRegister(VerificationCode code, @Nullable DocumentNumber number, String kind, String title,
		List<String> bodies, LocalDate issuedOn, String dossierId, IssuedFile file, Audience audience) {

	public PaperToRegister {
		bodies = List.copyOf(bodies);
	}

}
