package cn.ecopark.casefile;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.shared.Texts;

/**
 * 拟办、审核、签发: who of a unit has put his hand to what the unit decided. Answered where tasks
 * are known.
 */
public interface SignedInUnit {

	/** What somebody has done for it. */
	enum Part {

		/** 拟办. */
		PROPOSED,
		/** 审核. */
		REVIEWED,
		/** 签发. */
		SIGNED

	}

	/** Who has done what, and when. */
	record Hand(Part part, String name, Instant at) {

		public String words(Texts texts, Locale locale) {
			return texts.in(locale, "casefile.hand." + this.part, this.name,
					DateTimeFormatter.ofPattern(texts.in(locale, "casefile.hand.moment"), locale)
						.format(this.at.atZone(CaseTime.ZONE)));
		}

	}

	/**
	 * @return by the task of each opinion that several people signed, in the order in
	 * which they did
	 */
	Map<Long, List<Hand>> of(Collection<Opinion> opinions);

}
