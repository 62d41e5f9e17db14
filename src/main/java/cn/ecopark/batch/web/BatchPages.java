package cn.ecopark.batch.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.ecopark.batch.Batch;
import cn.ecopark.batch.BatchAccess;
import cn.ecopark.batch.BatchFlow;
import cn.ecopark.batch.BatchItem;
import cn.ecopark.batch.BatchItems;
import cn.ecopark.batch.JointDecision;
import cn.ecopark.batch.JointDecisions;
import cn.ecopark.batch.SignOff;
import cn.ecopark.batch.SignOffs;
import cn.ecopark.casefile.web.FileViews;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.People;
import cn.ecopark.worklist.TaskRights;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkItems;

/** The page of one batch: its steps, the ballots on each park, its file. */
@Component
class BatchPages {

	private final BatchAccess access;

	private final Contents contents;

	private final Work work;

	private final FileViews file;

	private final BatchStory story;

	private final SignatureRows signatures;

	BatchPages(BatchAccess access, Contents contents, Work work, FileViews file, BatchStory story,
			SignatureRows signatures) {
		this.signatures = signatures;
		this.access = access;
		this.contents = contents;
		this.work = work;
		this.file = file;
		this.story = story;
	}

	/** What a batch holds. */
	@Component
	record Contents(BatchItems items, SignOffs signOffs, JointDecisions papers, BatchFlow flow, BatchWords words) {
	}

	/** Whose turn it is, and who composed it. */
	@Component
	record Work(WorkItems items, TaskRights rights, People people) {
	}

	BatchPage page(String id, Actor reader, Locale locale) {
		Batch batch = this.access.read(reader, id);
		List<BatchItem> parks = this.contents.items().of(id);
		List<SignOff> signed = this.contents.signOffs().of(batch, reader);
		List<String> bodies = this.contents.flow().ministries(id);
		List<WorkItem> open = this.work.items().openOf(id);
		FileViews.Material material = this.file.material(id, null, reader, null, batch.release(), locale);
		return new BatchPage(id, heading(batch, parks), this.story.steps(batch, open),
				bodies.stream().map(body -> body(batch, body, signed)).toList(),
				parks.stream().map(park -> row(batch, park, bodies, signed)).toList(),
				this.signatures.of(batch, parks, signed), material.opinions(), material.documents(),
				this.story.timeline(batch, parks), task(reader, open));
	}

	private BatchPage.Heading heading(Batch batch, List<BatchItem> parks) {
		BatchWords words = this.contents.words();
		Optional<JointDecision> paper = this.contents.papers().ofBatch(batch.id());
		List<String> meta = new ArrayList<>();
		meta.add(words.kind(batch.release(), batch.kind()));
		meta.add(words.text("batch.meta.parks", parks.size()));
		meta.add(words.text("batch.meta.composed", batch.composedOn(), this.work.people().nameOf(batch.composedBy())));
		paper.ifPresent(issued -> meta.add(words.text("batch.meta.issued", issued.issuedOn())));
		return new BatchPage.Heading(batch.title(), words.state(batch), meta,
				paper.map(JointDecision::number).orElse(null));
	}

	private BatchPage.Body body(Batch batch, String unitId, List<SignOff> signed) {
		LocalDate answered = signed.stream()
			.filter(one -> one.ballot().unitId().equals(unitId))
			.map(SignOff::on)
			.max(Comparator.naturalOrder())
			.orElse(null);
		return new BatchPage.Body(this.contents.words().body(batch, unitId), answered);
	}

	private BatchPage.ParkRow row(Batch batch, BatchItem park, List<String> bodies, List<SignOff> signed) {
		List<BatchPage.@Nullable Ballot> cells = new ArrayList<>();
		bodies.forEach(body -> cells.add(cell(batch, park, body, signed)));
		List<String> meta = new ArrayList<>(this.contents.words().meta(park.park()));
		if (park.standard() != null) {
			meta.add(this.contents.words().text("batch.meta.standard", park.standard()));
		}
		if (!park.reason().isBlank()) {
			meta.add(this.contents.words().text("batch.park.reason", this.contents.words().reason(batch, park)));
		}
		return new BatchPage.ParkRow(park.park().name(), meta, "/cases/" + park.caseId(),
				this.contents.words().park(park), cells);
	}

	private BatchPage.@Nullable Ballot cell(Batch batch, BatchItem park, String body, List<SignOff> signed) {
		return signed.stream()
			.filter(one -> one.ballot().caseId().equals(park.caseId()) && one.ballot().unitId().equals(body)
					&& one.ballot().round() == park.round())
			.findFirst()
			.map(one -> this.signatures.cell(batch, one))
			.orElse(null);
	}

	private BatchPage.@Nullable Task task(Actor reader, List<WorkItem> open) {
		return open.stream()
			.filter(item -> this.work.rights().isOf(reader, item))
			.findFirst()
			.map(item -> new BatchPage.Task("/tasks/" + item.id(), item.task().name()))
			.orElse(null);
	}

}
