package cn.ecopark.batch;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.worklist.FieldSuggestions;
import cn.ecopark.worklist.WorkItem;

/**
 * 起草: whoever drafts begins with the draft of the time before, or with the title and the
 * first paragraph that the template has. What stands there in the end is what those who
 * are asked agree to, what the document says and what the public reads.
 */
@Component
class DraftSuggestions implements FieldSuggestions {

	private final Batches batches;

	private final JointText text;

	private final JointDocuments joint;

	private final CaseTime time;

	DraftSuggestions(Batches batches, JointText text, JointDocuments joint, CaseTime time) {
		this.batches = batches;
		this.text = text;
		this.joint = joint;
		this.time = time;
	}

	@Override
	public Map<String, String> of(WorkItem item) {
		String batchId = item.subject().batchId();
		if (batchId == null || !JointText.isDraft(item.description().purpose())) {
			return Map.of();
		}
		Optional<Opinion> before = this.text.drafted(batchId);
		if (before.isPresent()) {
			Map<String, String> texts = new HashMap<>();
			before.get().fields().forEach((key, value) -> texts.put(key, value.toString()));
			return texts;
		}
		return this.joint.beginning(this.batches.get(batchId), item, this.time.today())
			.map(beginning -> Map.of("title", beginning.title(), "introduction", beginning.firstParagraph()))
			.orElse(Map.of());
	}

}
