package cn.ecopark.worklist.web;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.form.FormField;
import cn.ecopark.form.FormSchema;
import cn.ecopark.form.FormSchemas;
import cn.ecopark.shared.Texts;
import cn.ecopark.worklist.TaskDrafts;
import cn.ecopark.worklist.TaskReaders;
import cn.ecopark.worklist.WorkItem;

/**
 * What stands beside a task that somebody else does or has done: who is at it, and what
 * the reader typed in vain.
 */
@Component
class UnsentWords {

	/** What each page carries besides what somebody says. */
	private static final List<String> NOT_WORDS = List.of("outcome", "audience", "submission", "version", "_csrf");

	private static final String TARGET = "pointTarget.";

	private final FormSchemas schemas;

	private final Texts texts;

	UnsentWords(FormSchemas schemas, Texts texts) {
		this.schemas = schemas;
		this.texts = texts;
	}

	/**
	 * @param lead why it was not taken
	 * @return all that was typed, for copying: the opinion first, the form in its order
	 */
	TaskPage.Unsent of(WorkItem item, Map<String, List<String>> fields, String lead, Locale locale) {
		Map<String, FormField> asked = new LinkedHashMap<>();
		if (item.form() != null) {
			this.schemas.get(item.form()).inputs().forEach(field -> asked.put(FormSchema.INPUT + field.key(), field));
		}
		Map<String, List<String>> inOrder = new LinkedHashMap<>();
		Stream
			.of(Stream.of("opinion"), fields.keySet().stream().filter(name -> !asked.containsKey(name)).sorted(),
					asked.keySet().stream())
			.flatMap(names -> names)
			.filter(fields::containsKey)
			.forEach(name -> inOrder.put(name, fields.getOrDefault(name, List.of())));
		return new TaskPage.Unsent(lead,
				inOrder.entrySet()
					.stream()
					.filter(field -> !NOT_WORDS.contains(field.getKey()) && !field.getKey().startsWith(TARGET))
					.flatMap(field -> words(field.getKey(), field.getValue(), asked.get(field.getKey()), locale))
					.toList());
	}

	/**
	 * @return the draft of a task that has ended
	 */
	TaskPage.Unsent of(WorkItem item, TaskDrafts.Draft draft, Locale locale) {
		ZonedDateTime saved = draft.savedAt().atZone(CaseTime.ZONE);
		String moment = DateTimeFormatter.ofPattern(this.texts.in(locale, "worklist.draft.moment"), locale)
			.format(saved);
		return of(item, draft.fields(),
				this.texts.in(locale, "worklist.unsent.draft", moment, TaskDrafts.READABLE_DAYS), locale);
	}

	/**
	 * @return who else is at the task, since when
	 */
	List<String> others(List<TaskReaders.Reader> readers, Locale locale) {
		DateTimeFormatter time = DateTimeFormatter.ofPattern(this.texts.in(locale, "worklist.draft.time"), locale);
		return readers.stream()
			.map(reader -> this.texts.in(locale, "worklist.others.at", reader.name(),
					time.format(reader.since().atZone(CaseTime.ZONE))))
			.toList();
	}

	private Stream<TaskPage.UnsentText> words(String name, List<String> values, @Nullable FormField field,
			Locale locale) {
		String label = field != null ? field.label()
				: this.texts.in(locale, "opinion".equals(name) ? "worklist.task.opinion" : "worklist.unsent.other");
		return values.stream()
			.filter(value -> !value.isBlank())
			.map(value -> new TaskPage.UnsentText(label, field == null ? value : field.wordOf(value)));
	}

}
