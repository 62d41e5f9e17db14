package cn.ecopark.wholefile;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.organisation.Units;
import cn.ecopark.rulepack.OutcomeKind;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.wholefile.CaseData.Named;

/** What codes are called. A file for the archive is in Chinese, whoever asks for it. */
@Component
public class Labels {

	static final Locale LOCALE = Locale.SIMPLIFIED_CHINESE;

	private final MessageSource messages;

	private final RulePacks packs;

	private final Units units;

	Labels(MessageSource messages, RulePacks packs, Units units) {
		this.messages = messages;
		this.packs = packs;
		this.units = units;
	}

	RulePack pack(String id) {
		return this.packs.get(id);
	}

	String text(String key, @Nullable Object... arguments) {
		return String.valueOf(this.messages.getMessage(key, arguments, key, LOCALE));
	}

	/**
	 * @param prefix of the key of its message
	 */
	Named code(String prefix, String code) {
		return new Named(code, text(prefix + code));
	}

	Named outcome(RulePack pack, String code) {
		OutcomeKind kind = pack.outcomes().get(code);
		return new Named(code, kind == null ? code : kind.label());
	}

	Named role(RulePack pack, String role) {
		RulePack.Role known = pack.roles().get(role);
		return new Named(role, known == null ? role : known.label());
	}

	Named stage(RulePack pack, String stage) {
		return new Named(stage, pack.stageLabel(stage));
	}

	Named paper(RulePack pack, String type) {
		return new Named(type, pack.documents().containsKey(type) ? pack.document(type).label() : type);
	}

	Named province(String code) {
		return new Named(code, this.units.provinceName(code));
	}

	/** The unit as it was called then. */
	Named unit(String unitId, Instant then) {
		return new Named(unitId, this.units.nameOn(unitId, LocalDate.ofInstant(then, CaseTime.ZONE)));
	}

	/**
	 * @return day and minute in China; empty for no moment
	 */
	public String moment(@Nullable Instant at) {
		return at == null ? ""
				: DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", LOCALE).withZone(CaseTime.ZONE).format(at);
	}

	public String day(Instant at) {
		return LocalDate.ofInstant(at, CaseTime.ZONE).toString();
	}

	/**
	 * @return the path as an address relative to the index
	 */
	public String link(String path) {
		return Arrays.stream(path.split("/"))
			.map(name -> UriUtils.encodePathSegment(name, StandardCharsets.UTF_8))
			.collect(Collectors.joining("/"));
	}

	/**
	 * @return bytes as read by people
	 */
	public String size(long bytes) {
		return bytes < 1 << 10 ? bytes + " B"
				: bytes < 1 << 20 ? (bytes >> 10) + " KB" : String.format(LOCALE, "%.1f MB", bytes / 1024.0 / 1024.0);
	}

}
