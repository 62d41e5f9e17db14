package cn.ecopark.notice.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import cn.ecopark.notice.NewObjection;
import cn.ecopark.notice.Objection;
import cn.ecopark.notice.Objection.Channel;
import cn.ecopark.web.FormToken;

/**
 * What came in with the objection form.
 *
 * @param website a field no human sees; whatever stands in it was entered by a machine
 * @param channel of the Office's form: how it came in
 * @param receivedOn of the Office's form: when it came in
 */
record ObjectionEntry(@Nullable String park, @Nullable String text, @Nullable String name, @Nullable String unit,
		@Nullable String contact, @Nullable String website, @Nullable String channel, @Nullable String receivedOn,
		@Nullable String submission) {

	private static final int LONGEST_NAME = 60;

	private static final int LONGEST_LINE = 120;

	NewObjection toObjection(String noticeId, LocalDate day) {
		return new NewObjection(noticeId, text(this.park), channelOrWeb(), text(this.text), objector(), day, token());
	}

	boolean isByMachine() {
		return !text(this.website).isEmpty();
	}

	/**
	 * @return the day the Office entered; null where it is none
	 */
	@Nullable LocalDate day() {
		try {
			return LocalDate.parse(text(this.receivedOn));
		}
		catch (DateTimeParseException none) {
			return null;
		}
	}

	/**
	 * @return how it came in, of what only the Office can enter; null where nothing was
	 * chosen
	 */
	@Nullable Channel enteredChannel() {
		for (Channel known : Channel.values()) {
			if (known != Channel.WEB && known.name().equals(this.channel)) {
				return known;
			}
		}
		return null;
	}

	ObjectionPage.Entry toPage() {
		return new ObjectionPage.Entry(text(this.text), text(this.name), text(this.unit), text(this.contact));
	}

	String chosenPark() {
		return text(this.park);
	}

	String enteredDay() {
		return text(this.receivedOn);
	}

	/** The page's token; a form that came without one is a submission of its own. */
	String token() {
		return FormToken.of(this.submission);
	}

	/**
	 * @return the fields that hold more than they may, with how much that is
	 */
	Map<String, Integer> tooLong() {
		Map<String, Integer> tooLong = new LinkedHashMap<>();
		refuseLonger(tooLong, "name", this.name, LONGEST_NAME);
		refuseLonger(tooLong, "unit", this.unit, LONGEST_LINE);
		refuseLonger(tooLong, "contact", this.contact, LONGEST_LINE);
		return tooLong;
	}

	/**
	 * @return the same words on a page that has not been sent yet
	 */
	ObjectionEntry onANewPage() {
		return new ObjectionEntry(this.park, this.text, this.name, this.unit, this.contact, this.website, this.channel,
				this.receivedOn, null);
	}

	private static void refuseLonger(Map<String, Integer> tooLong, String field, @Nullable String typed, int longest) {
		if (text(typed).length() > longest) {
			tooLong.put(field, longest);
		}
	}

	private Channel channelOrWeb() {
		Channel entered = enteredChannel();
		return entered == null ? Channel.WEB : entered;
	}

	private Objection.Objector objector() {
		return new Objection.Objector(text(this.name), text(this.unit), text(this.contact));
	}

	private static String text(@Nullable String typed) {
		return typed == null ? "" : typed.strip();
	}

}
