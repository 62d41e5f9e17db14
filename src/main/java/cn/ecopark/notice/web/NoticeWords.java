package cn.ecopark.notice.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.batch.BatchItem;
import cn.ecopark.batch.Wordings;
import cn.ecopark.notice.Objection;
import cn.ecopark.notice.PublicNotice;
import cn.ecopark.organisation.Units;
import cn.ecopark.shared.Texts;
import cn.ecopark.web.view.Tag;
import cn.ecopark.web.view.Tone;

/** Words of the pages of notices and objections. */
@Component
class NoticeWords {

	private final Wordings words;

	private final Units units;

	private final Texts texts;

	NoticeWords(Wordings words, Units units, Texts texts) {
		this.words = words;
		this.units = units;
		this.texts = texts;
	}

	/**
	 * @return who publishes it, as it was called on that day
	 */
	String issuer(LocalDate day) {
		return this.units.nameOn(Units.OFFICE, day);
	}

	String province(BatchItem.Park park) {
		return this.words.province(park.provinceCode());
	}

	String kind(BatchItem.Park park) {
		return this.words.parkKind(park.kind());
	}

	Tag state(PublicNotice notice) {
		return notice.state() == PublicNotice.State.PUBLISHED
				? new Tag(this.texts.text("notice.state.running"), Tone.STRONG)
				: new Tag(this.texts.text("notice.state.closed"), Tone.QUIET);
	}

	/** While the notice runs the public is not told that a park is objected to. */
	@Nullable Tag park(PublicNotice notice, BatchItem item) {
		if (item.state() == BatchItem.State.STRUCK_OUT) {
			return new Tag(this.texts.text("notice.park.struckOut"), Tone.WARN);
		}
		if (notice.state() == PublicNotice.State.PUBLISHED) {
			return null;
		}
		return item.isIn() ? new Tag(this.texts.text("notice.park.objected"), Tone.WARN)
				: new Tag(this.texts.text("notice.park.passed"), Tone.GOOD);
	}

	/**
	 * @return what came of it, in one sentence; null while it runs
	 */
	@Nullable String result(PublicNotice notice, List<BatchItem> parks) {
		if (notice.state() == PublicNotice.State.PUBLISHED) {
			return null;
		}
		List<String> parts = new ArrayList<>();
		add(parts, "notice.result.passed", parks, BatchItem.State.DONE);
		add(parts, "notice.result.waiting", parks, BatchItem.State.IN);
		add(parts, "notice.result.struckOut", parks, BatchItem.State.STRUCK_OUT);
		return this.texts.text("notice.result.sentence",
				String.join(this.texts.text("notice.result.separator"), parts));
	}

	/**
	 * @return name, unit and contact of whoever objected, as far as said; for those alone
	 * who may know
	 */
	String objector(Objection objection) {
		String said = Stream
			.of(objection.objector().name(), objection.objector().unit(), objection.objector().contact())
			.filter(text -> !text.isBlank())
			.collect(Collectors.joining(this.texts.text("web.list.dot")));
		return said.isEmpty() ? this.texts.text("notice.objections.anonymous") : said;
	}

	Tag state(Objection objection) {
		return new Tag(this.texts.text("notice.objection.state." + objection.state().name()),
				switch (objection.state()) {
					case OPEN -> Tone.STRONG;
					case UPHELD -> Tone.WARN;
					case DISMISSED, NOT_ADMITTED -> Tone.QUIET;
				});
	}

	private void add(List<String> parts, String key, List<BatchItem> parks, BatchItem.State state) {
		long count = parks.stream().filter(park -> park.state() == state).count();
		if (count > 0) {
			parts.add(this.texts.text(key, count));
		}
	}

}
