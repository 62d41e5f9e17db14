package cn.ecopark.batch;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.officialdocument.OfficialWords;
import cn.ecopark.officialdocument.SavedTemplates;
import cn.ecopark.officialdocument.SavedTemplates.Saved;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.shared.Sha256;
import cn.ecopark.worklist.WorkItems;

/**
 * The text that several bodies agree to: what the Office has drafted, and the wording of
 * the documents made of it. Number and date are not part of it, nor is the list of parks,
 * since each park is voted on by itself.
 */
@Component
public class JointText {

	private static final JsonMapper CANONICAL = JsonMapper.builder()
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.build();

	private final Opinions opinions;

	private final WorkItems tasks;

	private final SavedTemplates saved;

	private final BatchItems items;

	JointText(Opinions opinions, WorkItems tasks, SavedTemplates saved, BatchItems items) {
		this.opinions = opinions;
		this.tasks = tasks;
		this.saved = saved;
		this.items = items;
	}

	/**
	 * @return whether that lays a text before the bodies
	 */
	static boolean isDraft(Purpose purpose) {
		return purpose == Purpose.DRAFT || purpose == Purpose.NOTICE_DRAFT;
	}

	/**
	 * @return what the Office drafted last
	 */
	Optional<Opinion> drafted(String batchId) {
		return this.opinions.latest(batchId, Purpose.DRAFT, Purpose.NOTICE_DRAFT);
	}

	/**
	 * The draft goes on calling the parks by the first of them and how many there were,
	 * though one is struck out later.
	 * @param words of the draft
	 * @return the same, calling those that remain so; nobody is asked about it again,
	 * since the list of parks is no part of the text
	 */
	public String following(String batchId, String words) {
		return drafted(batchId).map(draft -> {
			List<BatchItem> parks = this.items.of(batchId);
			String drafted = called(
					parks.stream().filter(park -> park.leftAt() == null || !park.leftAt().isBefore(draft.at())));
			String remaining = called(parks.stream().filter(park -> park.state() != BatchItem.State.STRUCK_OUT));
			return drafted.isEmpty() || remaining.isEmpty() ? words : words.replace(drafted, remaining);
		}).orElse(words);
	}

	private static String called(Stream<BatchItem> parks) {
		return OfficialWords.several(parks.map(park -> park.park().name()).toList());
	}

	/**
	 * @return digest of the text as it would be issued now; empty as long as nothing was
	 * drafted
	 */
	String of(Batch batch) {
		return drafted(batch.id()).map(draft -> digest(batch, draft)).orElse("");
	}

	private String digest(Batch batch, Opinion draft) {
		List<String> wordings = new ArrayList<>();
		this.tasks.find(draft.workItemId())
			.map(task -> task.description().issuedWith(draft.outcome()))
			.orElse(List.of())
			.forEach(kind -> wordings
				.add(kind + " " + this.saved.of(batch.release(), kind).map(Saved::number).orElse(0)));
		byte[] canonical = CANONICAL
			.writeValueAsBytes(Map.of("fields", new TreeMap<>(draft.fields()), "wordings", wordings));
		return HexFormat.of().formatHex(Sha256.digest().digest(canonical));
	}

}
