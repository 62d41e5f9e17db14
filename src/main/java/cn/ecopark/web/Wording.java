package cn.ecopark.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.InputField;

/** Dates and lists in the reader's language; templates reach it as {@code #wording}. */
@Component
public class Wording {

	private final Texts texts;

	Wording(Texts texts) {
		this.texts = texts;
	}

	/** 6月12日. */
	public String day(@Nullable TemporalAccessor date) {
		return format("web.date.day", date);
	}

	/** 6月12日 周三. */
	public String dayWeek(@Nullable TemporalAccessor date) {
		return format("web.date.dayWeek", date);
	}

	/** 6月12日 星期三. */
	public String today(@Nullable TemporalAccessor date) {
		return format("web.date.today", date);
	}

	/** 星期三. */
	public String weekday(@Nullable TemporalAccessor date) {
		return format("web.date.weekday", date);
	}

	/** 2019年6月12日. */
	public String full(@Nullable TemporalAccessor date) {
		return format("web.date.full", date);
	}

	/** 2019年6月12日 16:40. */
	public String moment(@Nullable TemporalAccessor date) {
		return format("web.date.moment", date);
	}

	/** 2019-06-12 16:40:05, where the order of what happened matters. */
	public String second(@Nullable TemporalAccessor date) {
		return format("web.date.second", date);
	}

	/** 2019 年. */
	public String year(@Nullable TemporalAccessor date) {
		return format("web.date.year", date);
	}

	/** 2019-06-12, in tables and as value of a date field. */
	public String iso(@Nullable LocalDate date) {
		return (date != null) ? date.toString() : "";
	}

	/** Words of one line, with the dot between them. */
	public String join(List<String> words) {
		return String.join(message("web.list.dot"), words);
	}

	/** Names, with the comma between them. */
	public String list(List<String> names) {
		return String.join(message("web.list.comma"), names);
	}

	/** What explains a field to those who listen: its help and its error. */
	public @Nullable String described(InputField field) {
		String help = (field.help() != null) ? field.name() + "-help" : "";
		String error = (field.error() != null) ? field.name() + "-error" : "";
		String both = (help + " " + error).strip();
		return both.isEmpty() ? null : both;
	}

	private String format(String pattern, @Nullable TemporalAccessor date) {
		return (date != null) ? DateTimeFormatter.ofPattern(message(pattern), locale()).format(date) : "";
	}

	private String message(String key) {
		return this.texts.in(locale(), key);
	}

	private static Locale locale() {
		return LocaleContextHolder.getLocale();
	}

}
