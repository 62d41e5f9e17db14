package cn.ecopark.batch.web;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import cn.ecopark.batch.Batch;
import cn.ecopark.batch.BatchItem;
import cn.ecopark.batch.SignOff;
import cn.ecopark.batch.Wordings;
import cn.ecopark.rulepack.OutcomeKind;
import cn.ecopark.rulepack.OutcomeKind.Meaning;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;
import cn.ecopark.worklist.WorkItem;

/** Words of the pages of batches. */
@Component
class BatchWords {

	private final Wordings words;

	private final RulePacks packs;

	BatchWords(Wordings words, RulePacks packs) {
		this.words = words;
		this.packs = packs;
	}

	String text(String key, Object... arguments) {
		return this.words.text(key, arguments);
	}

	String kind(ReleaseId release, String kind) {
		return this.words.kind(release, kind);
	}

	String body(Batch batch, String unitId) {
		return this.words.body(batch, unitId);
	}

	String signer(SignOff signed) {
		return this.words.signer(signed, LocaleContextHolder.getLocale());
	}

	String signedText(SignOff signed) {
		return this.words.signedText(signed, LocaleContextHolder.getLocale());
	}

	List<String> meta(BatchItem.Park park) {
		return this.words.meta(park);
	}

	boolean isPublic(Batch batch) {
		return this.packs.get(batch.release()).isPublic(batch.kind());
	}

	Tag state(Batch batch) {
		String result = batch.result();
		if (result == null) {
			return new Tag(text("batch.state.open"), Tone.STRONG);
		}
		RulePack pack = this.packs.get(batch.release());
		if (pack.means(result, Meaning.EMPTIED)) {
			return new Tag(text("batch.state.empty"), Tone.QUIET);
		}
		return new Tag(text(pack.means(result, Meaning.PUBLISHED) ? "batch.state.published" : "batch.state.issued"),
				Tone.GOOD);
	}

	/**
	 * @return the steps under way and who has them; null once the batch is closed
	 */
	@Nullable String present(Batch batch, List<WorkItem> open) {
		if (!batch.isOpen()) {
			return null;
		}
		if (open.isEmpty()) {
			return text("batch.present.waiting");
		}
		String steps = open.stream()
			.map(item -> item.task().name())
			.distinct()
			.collect(Collectors.joining(text("web.list.comma")));
		String holders = open.stream()
			.map(item -> item.holder().unitId())
			.filter(unit -> unit != null)
			.map(unit -> this.words.body(batch, unit))
			.distinct()
			.collect(Collectors.joining(text("web.list.comma")));
		return text("batch.present", steps, holders);
	}

	Tag choice(Batch batch, String code) {
		OutcomeKind kind = this.packs.get(batch.release()).outcomes().get(code);
		Tone tone = kind == null ? Tone.QUIET : switch (kind.tone()) {
			case POSITIVE -> Tone.GOOD;
			case NEUTRAL -> Tone.QUIET;
			case CAUTION -> Tone.WARN;
			case NEGATIVE -> Tone.BAD;
		};
		return new Tag(this.words.outcome(batch.release(), code), tone);
	}

	Tag park(BatchItem item) {
		return switch (item.state()) {
			case IN -> new Tag(text("batch.park.in"), Tone.QUIET);
			case STRUCK_OUT -> new Tag(text("batch.park.struck-out"), Tone.WARN);
			case DONE -> new Tag(text("batch.park.done"), Tone.GOOD);
		};
	}

	/**
	 * @return why a park was struck out; codes are put into words
	 */
	String reason(Batch batch, BatchItem item) {
		return this.words.outcome(batch.release(), item.reason());
	}

}
